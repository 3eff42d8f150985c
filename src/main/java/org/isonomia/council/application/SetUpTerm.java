package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.TermSetup;
import org.isonomia.council.domain.Choice;
import org.isonomia.council.domain.DecisionCode;
import org.isonomia.council.domain.Majority;
import org.isonomia.council.domain.MeetingMode;
import org.isonomia.council.domain.Member;
import org.isonomia.council.domain.Office;
import org.isonomia.council.domain.Quorum;
import org.isonomia.council.domain.SeatKind;
import org.isonomia.council.domain.Term;
import org.isonomia.council.domain.VoteMode;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/** A whole Council at once, through the same acts that the pages use. */
@ApplicationScoped
@Transactional
public class SetUpTerm implements TermSetup {
  @Inject Terms terms;
  @Inject Items items;
  @Inject SeatMember seatMember;
  @Inject PlanMeeting planMeeting;
  @Inject ConveneMeeting conveneMeeting;
  @Inject OpenMeeting openMeeting;
  @Inject TakeAttendance takeAttendance;
  @Inject AcceptItem acceptItem;
  @Inject ReleaseBrief releaseBrief;
  @Inject ScheduleItem scheduleItem;
  @Inject OpenVote openVote;
  @Inject RecordBallots recordBallots;
  @Inject CloseVote closeVote;
  @Inject RecordDecision recordDecision;
  @Inject CloseMeeting closeMeeting;
  @Inject Vault vault;
  @Inject AppClock clock;

  @Override
  @Allowed(Permission.HOUSE)
  public void setUp(int number, LocalDate from, LocalDate to, int seats, List<Seat> members) {
    var term = new Term(number, from, to, seats, Quorum.Rule.HALF, Majority.SIMPLE);
    terms.add(term);
    for (var seat : members) {
      seatMember.seat(
          term.id(),
          from,
          new SeatMember.Command(
              seat.accountId(),
              seat.name(),
              SeatKind.valueOf(seat.seatKind()),
              Office.valueOf(seat.office()),
              seat.organisations()));
    }
  }

  @Override
  @Allowed(Permission.HOUSE)
  public String convene(Instant startsAt, String place, String mode) {
    var number = planMeeting.plan(startsAt, place, null, MeetingMode.valueOf(mode));
    conveneMeeting.handle(new ConveneMeeting.Command(number));
    return number;
  }

  @Override
  @Allowed(Permission.HOUSE)
  public void takeUp(String number) {
    acceptItem.handle(new AcceptItem.Command(number, Set.of()));
    if (!items.get(number).isReleased()) {
      releaseBrief.handle(new ReleaseBrief.Command(number, true, null));
    }
  }

  @Override
  @Allowed(Permission.HOUSE)
  public void putOnAgenda(String item, String meeting) {
    scheduleItem.handle(new ScheduleItem.Command(item, meeting));
  }

  @Override
  @Allowed(Permission.HOUSE)
  public void open(String meeting) {
    openMeeting.handle(new OpenMeeting.Command(meeting));
    var here = members();
    takeAttendance.handle(
        new TakeAttendance.Command(
            meeting, Set.copyOf(here.subList(0, here.size() - 1)), Set.of()));
  }

  @Override
  @Allowed(Permission.HOUSE)
  public void carry(String number, String decision, String text) {
    var item = items.get(number);
    openVote.handle(new OpenVote.Command(number, VoteMode.OPEN));
    var here = members().subList(0, members().size() - 1);
    var ballots = new HashMap<String, Choice>();
    here.forEach(member -> ballots.put(member, Choice.FOR));
    ballots.put(here.get(here.size() - 1), Choice.ABSTAIN);
    recordBallots.handle(new RecordBallots.Command(number, ballots));
    closeVote.handle(new CloseVote.Command(number, false));
    recordDecision.handle(
        new RecordDecision.Command(
            number,
            DecisionCode.valueOf(decision),
            vault.open(number, "title", item.title()),
            text));
  }

  @Override
  @Allowed(Permission.HOUSE)
  public void close(String meeting) {
    closeMeeting.handle(new CloseMeeting.Command(meeting));
  }

  /** Numbers of the members of today, in order. */
  private List<String> members() {
    return terms.activeMembers(terms.getOn(clock.today()).id(), clock.today()).stream()
        .map(Member::number)
        .sorted()
        .toList();
  }
}
