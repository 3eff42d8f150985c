package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.domain.Hold;
import org.isonomia.retention.domain.Holds;

/** Which cases are held, for whom, and which were until lately. */
@ApplicationScoped
@Transactional
public class SeeHolds {
  private static final int LIFTED = 50;

  /**
   * @param reference {@code null} when a restore set it again: the words were lost
   * @param liftedBy name, or {@code null} while it holds; date and reason then too
   */
  public record Line(
      long id,
      String number,
      Hold.Code code,
      String reference,
      String setBy,
      Instant setAt,
      String liftedBy,
      Instant liftedAt,
      String liftReason) {}

  public record Lines(List<Line> inForce, List<Line> lifted) {}

  @Inject Holds holds;
  @Inject People people;
  @Inject Vault vault;

  @Allowed(value = Permission.KEEP_HOLDS, trace = Allowed.Trace.NONE)
  public Lines handle() {
    return new Lines(
        holds.inForce().stream().map(this::line).toList(),
        holds.lifted(LIFTED).stream().map(this::line).toList());
  }

  private Line line(Hold hold) {
    var number = hold.number().value();
    return new Line(
        hold.id(),
        number,
        hold.code(),
        hold.setBy() == ReplayHold.BY_HOUSE
            ? null
            : vault.openForHouse(number, "hold", hold.reference()),
        name(hold.setBy()),
        hold.setAt(),
        hold.liftedBy() == null ? null : name(hold.liftedBy()),
        hold.liftedAt(),
        vault.openForHouse(number, "lift", hold.liftReason()));
  }

  private String name(long account) {
    return people.find(account).map(People.Person::name).orElse("–");
  }
}
