package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.isonomia.casework.application.AskReporter;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.intake.Mailbox;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.Redirect;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Up to five questions to the reporter, each answered in a field. */
@Path("/casework/cases/{number}/ask-reporter")
@RequestScoped
public class AskReporterPage {
  public record Model(ReadCase.Task task, Form form, List<Integer> rows, List<Choice> kinds) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject AskReporter act;
  @Inject Frame frame;

  @GET
  public Object show() {
    var task = task();
    if (!task.head().isOpen()) {
      return Redirect.to(Acts.address(number())).build();
    }
    return view(task, Form.empty());
  }

  @POST
  public Object handle(Form form) {
    return Acts.tried(
        form,
        () -> {
          act.handle(new AskReporter.Command(number(), form.value("text"), questions(form)));
          return Acts.done(number(), "questions");
        },
        () -> view(task(), form));
  }

  /** Those that were begun; a gap between them is closed, so the rest moves up. */
  private static List<Mailbox.Asking> questions(Form form) {
    var questions = new ArrayList<Mailbox.Asking>();
    for (int i = 1; i <= Mailbox.MOST_QUESTIONS; i++) {
      if (form.isBlank("q" + i) && form.isBlank("choices" + i)) {
        continue;
      }
      int to = questions.size() + 1;
      var typed = form.value("q" + i);
      var kind = form.value("kind" + i);
      var choices = form.value("choices" + i);
      form.with("q" + i, "").with("kind" + i, "TEXT").with("choices" + i, "");
      form.with("q" + to, typed).with("kind" + to, kind).with("choices" + to, choices);
      questions.add(
          new Mailbox.Asking(
              kind(kind),
              typed.strip(),
              Arrays.stream(choices.split("\n"))
                  .map(String::strip)
                  .filter(choice -> !choice.isEmpty())
                  .toList()));
    }
    return questions;
  }

  private static Mailbox.Kind kind(String typed) {
    try {
      return Mailbox.Kind.valueOf(typed);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid(
          "incomplete", new Problem.FieldError("q1", "casework.error.question.kind"));
    }
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private ReadCase.Task task() {
    return cases.task(number(), "assessComplaint");
  }

  private View view(ReadCase.Task task, Form form) {
    var t = frame.t();
    return View.of(
        "casework/ask-reporter",
        new Model(
            task,
            form,
            IntStream.rangeClosed(1, Mailbox.MOST_QUESTIONS).boxed().toList(),
            Arrays.stream(Mailbox.Kind.values())
                .map(kind -> Choice.of(kind.name(), t.t("casework.ask.kind." + kind)))
                .toList()));
  }
}
