package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.domain.ClassChange;
import org.isonomia.retention.domain.Classes;
import org.isonomia.retention.domain.RetentionClass;

/** How long files are kept, by which law, and who changed that. */
@ApplicationScoped
@Transactional
public class SeeClasses {
  public record Line(String qualification, RetentionClass.Rule rule) {}

  /** What a class was until this moment. */
  public record Past(RetentionClass.Rule before, String by, Instant at, String reason) {}

  public record One(
      String qualification,
      RetentionClass.Rule rule,
      long version,
      boolean mayChange,
      List<Past> past) {}

  @Inject Classes classes;
  @Inject People people;
  @Inject Vault vault;

  @Allowed(value = Permission.SEE_RETENTION, trace = Allowed.Trace.NONE)
  public List<Line> all() {
    return classes.all().stream().map(one -> new Line(one.qualification(), one.rule())).toList();
  }

  /**
   * @throws org.isonomia.shared.Problem not-found
   */
  @Allowed(value = Permission.SEE_RETENTION, trace = Allowed.Trace.NONE)
  public One one(String qualification) {
    var found = classes.get(qualification);
    return new One(
        qualification,
        found.rule(),
        found.version(),
        Permission.EDIT_RETENTION_CLASS.heldBy(Actor.current()),
        classes.changes(qualification).stream().map(c -> past(qualification, c)).toList());
  }

  private Past past(String qualification, ClassChange change) {
    return new Past(
        change.before(),
        people.find(change.by()).map(People.Person::name).orElse("–"),
        change.at(),
        vault.openForHouse(qualification, "reason", change.reason()));
  }
}
