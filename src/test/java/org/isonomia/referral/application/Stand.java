package org.isonomia.referral.application;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.isonomia.shared.DomainEvent;

/** Stand-ins for what the container gives to an act: each notes what it was asked. */
final class Stand {
  private Stand() {}

  /** An interface whose every method is answered by this. */
  static <T> T in(Class<T> type, BiFunction<String, Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              var given = answer.apply(method.getName(), arguments);
              if (given != null) {
                return given;
              }
              return method.getReturnType() == Optional.class
                  ? Optional.empty()
                  : method.getReturnType() == boolean.class ? false : null;
            }));
  }

  /** Fired events, in order. */
  @SuppressWarnings("unchecked")
  static Event<DomainEvent> events(List<Object> fired) {
    return in(
        Event.class,
        (name, arguments) -> {
          fired.add(arguments[0]);
          return null;
        });
  }

  /** What was called, in order: the method's name. */
  static <T> T noting(Class<T> type, ArrayList<String> calls) {
    return in(
        type,
        (name, arguments) -> {
          calls.add(name);
          return null;
        });
  }
}
