package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Ballot;
import org.isonomia.council.domain.Choice;
import org.isonomia.council.persistence.Items;
import org.isonomia.council.persistence.Terms;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;

/**
 * The secretary writes down hands that were raised or names that were called. Who is not named
 * keeps their ballot.
 */
@ApplicationScoped
@Transactional
public class RecordBallots {
  /**
   * @param choices by number of the membership
   */
  public record Command(String item, Map<String, Choice> choices) {}

  @Inject Items items;
  @Inject Terms terms;
  @Inject Votes votes;
  @Inject Sight sight;
  @Inject AppClock clock;

  @Allowed(Permission.RECORD_DECISION)
  public void handle(Command command) {
    var item = items.get(command.item());
    sight.require(item);
    var meeting = sight.meetingOf(item);
    meeting.requireOpen();
    var vote = votes.lockOpen(item);
    var roll = sight.roll(item, meeting);
    var members =
        terms.members(meeting.termId()).stream()
            .collect(Collectors.toMap(member -> member.number(), Function.identity()));
    var known =
        votes.ballots(vote).stream()
            .collect(Collectors.toMap(Ballot::memberId, Function.identity()));
    var account = Actor.current().accountId();
    command
        .choices()
        .forEach(
            (number, choice) -> {
              var member = members.get(number);
              if (member == null) {
                return;
              }
              vote.requireBallotOf(member, roll);
              var ballot = known.get(member.id());
              if (ballot == null) {
                votes.add(new Ballot(vote, member, choice, account, clock.instant()));
              } else if (ballot.choice() != choice) {
                ballot.change(choice, account, clock.instant());
              }
            });
  }
}
