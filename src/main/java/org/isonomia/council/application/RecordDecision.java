package org.isonomia.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.council.domain.Decision;
import org.isonomia.council.domain.DecisionCode;
import org.isonomia.council.persistence.Numbers;
import org.isonomia.council.persistence.Votes;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.Workflow;

/** The secretary writes down what was decided; a decision with a number is published at once. */
@ApplicationScoped
@Transactional
public class RecordDecision {
  /**
   * @param title subject as the public reads it
   * @param text words of the decision, in Polish as it was carried; no person is named
   */
  public record Command(String item, DecisionCode code, String title, String text) {}

  @Inject Votes votes;
  @Inject Numbers numbers;
  @Inject Sight sight;
  @Inject DecisionWords words;
  @Inject Workflow workflow;
  @Inject AppClock clock;

  @Allowed(Permission.RECORD_DECISION)
  public void handle(Command command) {
    var typed = new Typed();
    typed.chosen("code", command.code());
    var title = typed.text("title", command.title(), Typed.TITLE);
    var text = typed.text("text", command.text(), Typed.LONG);
    typed.done();
    var item = sight.lockInMeeting(command.item());
    var meeting = sight.meetingOf(item);
    meeting.requireOpen();
    if (votes.open(item).isPresent()) {
      throw Problem.conflict("vote-still-open");
    }
    item.discuss();
    var decision =
        new Decision(
            item,
            meeting,
            votes.last(item).orElse(null),
            command.code(),
            words.seal(command.code(), item.number(), "decisionTitle", title),
            words.seal(command.code(), item.number(), "decisionText", text),
            clock.today());
    if (command.code().isPublished()) {
      var year = clock.today().getYear();
      decision.register(year, numbers.nextDecision(year));
    }
    votes.add(decision);
    item.decide(clock.instant());
    workflow.complete(
        ProposeItem.PICTURE, item.number(), "decideItem", Map.of("outcome", "DECIDED"));
  }
}
