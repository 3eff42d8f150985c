package org.isonomia.access.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;

/**
 * Which act asks for which permission, read from the program as it runs: an act that somebody adds
 * is in the table without anybody writing it there.
 */
@ApplicationScoped
public class ListActs {
  private static final String ROOT = "org.isonomia.";

  /**
   * @param room whose act it is
   * @param name {@code SendReferral}, or {@code FindCases.search} where a class has several
   */
  public record Act(String room, String name) implements Comparable<Act> {
    @Override
    public int compareTo(Act other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return room + ": " + name;
    }
  }

  @Inject BeanManager beans;

  private volatile Map<Permission, SortedSet<Act>> known;

  /** Every permission, also those that only the house has, in the order of the table. */
  @Allowed(value = Permission.SEE_MATRIX, trace = Allowed.Trace.NONE)
  public Map<Permission, SortedSet<Act>> all() {
    return byPermission();
  }

  /** The permissions of whoever asks, with the acts behind each. */
  @Allowed(value = Permission.SIGNED_IN, trace = Allowed.Trace.NONE)
  public Map<Permission, SortedSet<Act>> mine() {
    var mine = new EnumMap<Permission, SortedSet<Act>>(Permission.class);
    byPermission()
        .forEach(
            (permission, acts) -> {
              if (!permission.roles().isEmpty() && permission.heldBy(Actor.current())) {
                mine.put(permission, acts);
              }
            });
    return mine;
  }

  private Map<Permission, SortedSet<Act>> byPermission() {
    if (known == null) {
      known =
          read(
              beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                  .<Class<?>>map(Bean::getBeanClass)
                  .distinct()
                  .toList());
    }
    return known;
  }

  /** What these classes ask for. */
  static Map<Permission, SortedSet<Act>> read(List<Class<?>> classes) {
    var found = new EnumMap<Permission, SortedSet<Act>>(Permission.class);
    for (var permission : Permission.values()) {
      found.put(permission, new TreeSet<>());
    }
    classes.stream()
        .filter(type -> type.getName().startsWith(ROOT))
        .forEach(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .filter(method -> method.isAnnotationPresent(Allowed.class))
                    .forEach(
                        method ->
                            found
                                .get(method.getAnnotation(Allowed.class).value())
                                .add(act(type, method))));
    return found;
  }

  private static Act act(Class<?> type, Method method) {
    var room = type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    var name = type.getSimpleName();
    return new Act(room, method.getName().equals("handle") ? name : name + "." + method.getName());
  }
}
