package org.isonomia.council.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.isonomia.council.application.AdjournItem;
import org.isonomia.council.application.CloseVote;
import org.isonomia.council.application.ItemView;
import org.isonomia.council.application.OpenVote;
import org.isonomia.council.application.RecordBallots;
import org.isonomia.council.application.RecordDecision;
import org.isonomia.council.application.SeeItem;
import org.isonomia.council.application.WithdrawItem;
import org.isonomia.council.domain.Choice;
import org.isonomia.council.domain.DecisionCode;
import org.isonomia.council.domain.VoteMode;
import org.isonomia.council.domain.VoteResult;
import org.isonomia.page.Form;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.Problem;

/** The secretary runs an item's turn in the meeting: vote, count, write down what came of it. */
@Path(ItemPage.PATH + "/decide-item")
@RequestScoped
public class DecideItemPage {
  public record Model(
      ItemView item,
      Form form,
      List<VoteMode> modes,
      List<DecisionCode> decisions,
      List<Choice> choices) {}

  @Inject SeeItem items;
  @Inject OpenVote openVote;
  @Inject RecordBallots recordBallots;
  @Inject CloseVote closeVote;
  @Inject RecordDecision recordDecision;
  @Inject AdjournItem adjournItem;
  @Inject WithdrawItem withdrawItem;

  @GET
  public View show(@PathParam("number") String number) {
    openVote.ask();
    var item = items.handle(number);
    return page(item, Form.empty().with("mode", VoteMode.OPEN.name()).with("title", item.title()));
  }

  @POST
  @Path("open-vote")
  public Object open(@PathParam("number") String number, Form form) {
    return here(
        number,
        form,
        typed ->
            openVote.handle(
                new OpenVote.Command(number, Answers.code(VoteMode.class, typed.value("mode")))));
  }

  @POST
  @Path("ballots")
  public Object ballots(@PathParam("number") String number, Form form) {
    return here(
        number,
        form,
        typed -> recordBallots.handle(new RecordBallots.Command(number, choices(number, typed))));
  }

  /** What was chosen in each row; who was left open gets what "everybody else" says. */
  private HashMap<String, Choice> choices(String number, Form form) {
    openVote.ask();
    var choices = new HashMap<String, Choice>();
    var rest = Answers.code(Choice.class, form.value("rest"));
    var vote = items.handle(number).openVote();
    if (vote == null) {
      throw Problem.conflict("vote-closed");
    }
    for (var row : vote.rows()) {
      var choice = Answers.code(Choice.class, form.value("ballot-" + row.member()));
      if (choice == null && row.choice() == null) {
        choice = rest;
      }
      if (choice != null) {
        choices.put(row.member(), choice);
      }
    }
    return choices;
  }

  @POST
  @Path("close-vote")
  public Object close(@PathParam("number") String number, Form form) {
    return here(
        number,
        form,
        typed -> closeVote.handle(new CloseVote.Command(number, typed.has("objection", "yes"))));
  }

  @POST
  @Path("decision")
  public Object decide(@PathParam("number") String number, Form form) {
    return toMeeting(
        number,
        form,
        typed ->
            recordDecision.handle(
                new RecordDecision.Command(
                    number,
                    Answers.code(DecisionCode.class, typed.value("code")),
                    typed.value("title"),
                    typed.value("text"))));
  }

  @POST
  @Path("adjourn")
  public Object adjourn(@PathParam("number") String number, Form form) {
    return toMeeting(
        number,
        form,
        typed -> adjournItem.handle(new AdjournItem.Command(number, typed.value("reason"))));
  }

  @POST
  @Path("withdraw")
  public Object withdraw(@PathParam("number") String number, Form form) {
    return toMeeting(
        number,
        form,
        typed -> withdrawItem.handle(new WithdrawItem.Command(number, typed.value("reason"))));
  }

  private Object here(String number, Form form, Consumer<Form> act) {
    return answer(number, form, act, "/council/items/" + number + "/decide-item");
  }

  private Object toMeeting(String number, Form form, Consumer<Form> act) {
    var meeting = items.handle(number).meeting();
    return answer(
        number,
        form,
        act,
        meeting == null ? "/council" : "/council/meetings/" + meeting + "#" + number);
  }

  private Object answer(String number, Form form, Consumer<Form> act, String next) {
    try {
      act.accept(form);
      return redirect(next);
    } catch (Problem refused) {
      Answers.put(refused, form);
      return page(items.handle(number), form).status(422);
    }
  }

  private static Response redirect(String next) {
    return Redirect.to(next).build();
  }

  private static View page(ItemView item, Form form) {
    // the form shows what the last vote allows: a motion that fell is no decision
    var counted = item.lastCounted();
    var carried = counted != null && counted.result() == VoteResult.CARRIED;
    var decisions =
        Arrays.stream(DecisionCode.values()).filter(code -> code.needsVote() == carried).toList();
    if (form.isBlank("code") && decisions.size() == 1) {
      form.with("code", decisions.get(0).name());
    }
    return View.of(
        "council/decide-item",
        new Model(
            item,
            form,
            Arrays.stream(VoteMode.values()).filter(VoteMode::isOffered).toList(),
            decisions,
            List.of(Choice.values())));
  }
}
