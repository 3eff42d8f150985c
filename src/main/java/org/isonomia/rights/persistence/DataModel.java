package org.isonomia.rights.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.isonomia.rights.domain.TablesWithoutEntity;
import org.isonomia.shared.Personal;

/** What the entities and tables say of the data of persons that they hold. */
@ApplicationScoped
public class DataModel {
  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /**
   * Everything that is done for one purpose.
   *
   * @param tables each with its sealed columns
   */
  public record Activity(
      Personal.Purpose purpose, Set<String> about, Set<String> categories, List<String> tables) {}

  public List<Activity> activities() {
    var byPurpose = new TreeMap<Personal.Purpose, List<String>>();
    var about = new TreeMap<Personal.Purpose, Set<String>>();
    var categories = new TreeMap<Personal.Purpose, Set<String>>();
    var sealedColumns = sealedColumns();
    declared()
        .forEach(
            (table, personal) -> {
              var purpose = personal.purpose();
              if (purpose == Personal.Purpose.NONE) {
                return;
              }
              byPurpose
                  .computeIfAbsent(purpose, p -> new ArrayList<>())
                  .add(table + sealedColumns.getOrDefault(table, ""));
              names(about.computeIfAbsent(purpose, p -> new TreeSet<>()), personal.about());
              names(categories.computeIfAbsent(purpose, p -> new TreeSet<>()), personal.category());
            });
    return byPurpose.entrySet().stream()
        .map(
            e ->
                new Activity(
                    e.getKey(), about.get(e.getKey()), categories.get(e.getKey()), e.getValue()))
        .toList();
  }

  private static void names(Set<String> into, Enum<?>[] codes) {
    Arrays.stream(codes).map(Enum::name).forEach(into::add);
  }

  private TreeMap<String, Personal> declared() {
    var tables = new TreeMap<String, Personal>();
    for (var entity : em.getMetamodel().getEntities()) {
      var personal = entity.getJavaType().getAnnotation(Personal.class);
      var table = entity.getJavaType().getAnnotation(Table.class);
      if (personal != null && table != null) {
        tables.put(table.name(), personal);
      }
    }
    for (var personal : TablesWithoutEntity.class.getAnnotationsByType(Personal.class)) {
      tables.put(personal.table(), personal);
    }
    return tables;
  }

  @SuppressWarnings("unchecked")
  private java.util.Map<String, String> sealedColumns() {
    var rows =
        (List<Object[]>)
            em.createNativeQuery(
                    "select cast(table_name as text), cast(column_name as text)"
                        + " from information_schema.columns where column_name like '%\\_sealed'"
                        + " order by ordinal_position")
                .getResultList();
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row[0],
                Collectors.mapping(
                    row -> ((String) row[1]).replace("_sealed", ""),
                    Collectors.joining(", ", " (", ")"))));
  }
}
