package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.audit.AuditRecord;
import org.isonomia.audit.persistence.Records;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;

/** The auditor and the data protection officer look for records; that they did is a record too. */
@ApplicationScoped
@Transactional
public class SearchAudit {
  public static final int PAGE = 50;

  /** More are not counted: a number beyond it is "more than". */
  public static final int MOST_COUNTED = 1000;

  private static final Pattern SUBJECT =
      Pattern.compile("[A-Z]{1,3}-\\d{1,9}(-\\d{2,9})?|[a-z]{1,20}:[A-Za-z0-9_-]{1,50}");
  private static final Pattern ACT = Pattern.compile("[a-z]{1,20}\\.[A-Za-z.]{1,70}");

  /**
   * Everything may be empty.
   *
   * @param to included
   * @param person account
   * @param before number where the page before ended
   */
  public record Wanted(
      LocalDate from,
      LocalDate to,
      Long person,
      String actorKind,
      String kind,
      String act,
      String subject,
      Long before) {}

  /**
   * @param counts by kind, of everything that was found
   * @param names of the people in these rows
   * @param more where the next page begins, or {@code null} at the end
   */
  public record Found(
      List<AuditRecord> rows, Map<String, Long> counts, Map<Long, String> names, Long more) {
    public long count() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  @Inject Records records;
  @Inject People people;
  @Inject BeanManager beans;

  private volatile Map<String, Permission> acts;

  /** Who can be chosen, by name. */
  @Allowed(value = Permission.SEARCH_AUDIT, trace = Allowed.Trace.NONE)
  public Map<String, Long> people() {
    var all = new TreeMap<String, Long>();
    Arrays.stream(Role.values())
        .flatMap(role -> people.withRole(role).stream())
        .forEach(person -> all.put(person.name(), person.accountId()));
    return all;
  }

  /** Every act that leaves a record, by its code, with the permission it asks for. */
  @Allowed(value = Permission.SEARCH_AUDIT, trace = Allowed.Trace.NONE)
  public Map<String, Permission> acts() {
    if (acts == null) {
      var found = new TreeMap<String, Permission>();
      beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
          .<Class<?>>map(Bean::getBeanClass)
          .distinct()
          .filter(type -> type.getName().startsWith("org.isonomia."))
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(method -> !method.isSynthetic() && method.isAnnotationPresent(Allowed.class))
          .forEach(
              method ->
                  found.put(Subject.codeOf(method), method.getAnnotation(Allowed.class).value()));
      acts = Map.copyOf(found);
    }
    return acts;
  }

  /**
   * @throws Problem invalid for a number or an act that has no such form, and for a period that
   *     ends before it begins
   */
  @Allowed(value = Permission.SEARCH_AUDIT, trace = Allowed.Trace.READ)
  public Found handle(Wanted wanted) {
    var subject = form("subject", wanted.subject(), SUBJECT, "audit.error.subject");
    var act = form("act", wanted.act(), ACT, "audit.error.act");
    if (wanted.from() != null && wanted.to() != null && wanted.to().isBefore(wanted.from())) {
      throw Problem.invalid("incomplete", new Problem.FieldError("to", "audit.error.period"));
    }
    Deed.about(
        subject != null
            ? subject
            : wanted.person() != null ? "account:" + wanted.person() : "audit:records");
    var where =
        new Records.Wanted(
            wanted.from() == null ? null : wanted.from().atStartOfDay(AppClock.CITY).toInstant(),
            wanted.to() == null
                ? null
                : wanted.to().plusDays(1).atStartOfDay(AppClock.CITY).toInstant(),
            wanted.person(),
            wanted.actorKind(),
            wanted.kind(),
            act,
            subject);
    var found =
        records.find(where, wanted.before() == null ? Long.MAX_VALUE : wanted.before(), PAGE + 1);
    var rows = found.stream().limit(PAGE).toList();
    return new Found(
        rows,
        records.count(where, MOST_COUNTED),
        names(rows),
        found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
  }

  private Map<Long, String> names(List<AuditRecord> rows) {
    var names = new HashMap<Long, String>();
    rows.stream()
        .map(AuditRecord::actorId)
        .filter(id -> id != 0)
        .distinct()
        .forEach(id -> people.find(id).ifPresent(person -> names.put(id, person.name())));
    return names;
  }

  private static String form(String field, String typed, Pattern pattern, String error) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    var text = typed.strip();
    var upper = text.toUpperCase(Locale.ROOT);
    for (var candidate : List.of(text, upper)) {
      if (pattern.matcher(candidate).matches()) {
        return candidate;
      }
    }
    throw Problem.invalid("incomplete", new Problem.FieldError(field, error));
  }
}
