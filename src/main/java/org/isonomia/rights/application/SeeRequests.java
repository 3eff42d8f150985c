package org.isonomia.rights.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.People;
import org.isonomia.access.Permission;
import org.isonomia.rights.domain.Requests;
import org.isonomia.rights.domain.RightsRequest;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.ClockTerms;

/** What was asked for, by number and date; nothing of what a case holds. */
@ApplicationScoped
@Transactional
public class SeeRequests {
  private static final int SHOWN = 200;

  @Inject Requests requests;
  @Inject Rows rows;
  @Inject ErasureLaw law;
  @Inject People people;
  @Inject ClockTerms clocks;
  @Inject AppClock clock;

  /**
   * @param late whether it is open and its day has passed
   */
  public record Line(
      String number,
      String about,
      String kind,
      String via,
      String mode,
      String state,
      LocalDate due,
      boolean late) {}

  /**
   * @param why the clock behind the day
   * @param mine whether who acts made the check
   * @param refusal of an erasure: code of why the law keeps it; {@code null} when it does not
   */
  public record One(
      Line line,
      Instant askedAt,
      ClockTerms.Due why,
      String document,
      String checkedBy,
      Instant checkedAt,
      String secondBy,
      boolean lent,
      Instant contentAt,
      Instant identityAt,
      Instant answeredAt,
      String answeredBy,
      String ground,
      String list,
      String leftOut,
      boolean mine,
      boolean office,
      boolean custodian,
      boolean decides,
      String refusal,
      String basis,
      LocalDate until) {
    public boolean open() {
      return line.state().equals("ASKED") || line.state().equals("CHECKED");
    }
  }

  @Allowed(value = Permission.SEE_RIGHTS, trace = Allowed.Trace.NONE)
  public List<Line> handle() {
    return requests.last(SHOWN).stream().filter(rows::may).map(this::line).toList();
  }

  @Allowed(value = Permission.SEE_RIGHTS, trace = Allowed.Trace.NONE)
  public One one(String number) {
    var asked = requests.look(number);
    rows.require(asked);
    var me = Actor.current();
    var answer =
        asked.kind() == RightsRequest.Kind.ERASURE
            ? law.of(asked.about())
            : new ErasureLaw.Answer(null, null, null);
    return new One(
        line(asked),
        asked.askedAt(),
        clocks.due("DATA_REQUEST", asked.askedAt()),
        asked.document() == null ? null : asked.document().name(),
        name(asked.checkedBy()),
        asked.checkedAt(),
        name(asked.secondBy()),
        asked.isLent(clock.instant()),
        asked.contentAt(),
        asked.identityAt(),
        asked.answeredAt(),
        name(asked.answeredBy()),
        asked.ground(),
        asked.list(),
        asked.leftOut(),
        asked.checkedBy() != null && asked.checkedBy() == me.accountId(),
        Permission.READ_CASE.heldBy(me),
        Permission.OPEN_IDENTITY.heldBy(me),
        Permission.DECIDE_RIGHTS.heldBy(me),
        answer.refusal(),
        answer.basis(),
        answer.until());
  }

  private Line line(RightsRequest r) {
    return new Line(
        r.number(),
        r.about().value(),
        r.kind().name(),
        r.via().name(),
        r.identityMode(),
        r.state().name(),
        r.dueOn(),
        r.isOpen() && clock.today().isAfter(r.dueOn()));
  }

  private String name(Long account) {
    return account == null || account == 0
        ? null
        : people.find(account).map(People.Person::name).orElse("");
  }
}
