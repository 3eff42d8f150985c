package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Office;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.SeatKind;
import org.isonomia.council.persistence.Terms;
import org.isonomia.shared.AppClock;

/** The term of today: its rules and who sits in it. */
@ApplicationScoped
@Transactional
public class SeeTerm {
  public record MemberLine(
      String number,
      String name,
      SeatKind seatKind,
      Office office,
      Set<String> organisations,
      boolean signsIn,
      LocalDate from,
      LocalDate to,
      boolean active) {}

  public record TermView(
      int number,
      LocalDate from,
      LocalDate to,
      int seats,
      int vacant,
      Quorum.Rule quorum,
      int required,
      Majority majority,
      List<MemberLine> members) {}

  @Inject Terms terms;
  @Inject ShowItems show;
  @Inject AppClock clock;

  /** {@code null} when the Council has no term today. */
  @Allowed(value = Permission.SEE_COUNCIL, trace = Allowed.Trace.NONE)
  public TermView handle() {
    var today = clock.today();
    return terms
        .findOn(today)
        .map(
            term -> {
              var members = terms.members(term.id());
              int active =
                  (int) members.stream().filter(member -> member.isActiveOn(today)).count();
              return new TermView(
                  term.number(),
                  term.startsOn(),
                  term.endsOn(),
                  term.seats(),
                  Math.max(0, term.seats() - active),
                  term.quorumRule(),
                  term.quorumRule().of(active),
                  term.majority(),
                  members.stream().map(member -> line(member, today)).toList());
            })
        .orElse(null);
  }

  private MemberLine line(Member member, LocalDate today) {
    return new MemberLine(
        member.number(),
        show.name(member),
        member.seatKind(),
        member.office(),
        member.organisations(),
        member.accountId() != null,
        member.activeFrom(),
        member.activeTo(),
        member.isActiveOn(today));
  }
}
