package org.isonomia.casework.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.casework.application.EnterTranslation;
import org.isonomia.casework.application.OrderTranslation;
import org.isonomia.casework.application.ReadBeside.PairLine;
import org.isonomia.casework.application.ReadCase;
import org.isonomia.casework.application.WrittenIn;
import org.isonomia.casework.domain.Translation;
import org.isonomia.intake.Mailbox;
import org.isonomia.page.Choice;
import org.isonomia.page.Form;
import org.isonomia.page.Frame;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;

/** The texts of a case and their Polish translations: give one out, or write one down. */
@Path("/casework/cases/{number}/translations")
@RequestScoped
public class TranslationsPage {
  /**
   * One text of the reporter.
   *
   * @param text how it is called
   * @param when when it was written
   * @param language tag of the language it is written in, as far as the person said
   * @param pair {@code null} while it has no translation and none was asked for
   * @param earlier translations of words that were corrected since
   * @param form what was typed for this text
   */
  public record Line(
      String text,
      String title,
      String words,
      String language,
      PairLine pair,
      List<PairLine> earlier,
      Form form) {
    /** What was chosen, else the language in which the person said to write. */
    public boolean isIn(String tag) {
      return form.isBlank("language") ? tag.equals(language) : form.has("language", tag);
    }

    public boolean mayOrder() {
      return pair == null
          || pair.isOld(words)
          || !pair.withTranslator() && !pair.status().isFinal();
    }
  }

  public record Model(
      ReadCase.Head head,
      List<Line> lines,
      Form form,
      List<Choice> languages,
      List<Choice> statuses) {}

  @PathParam("number")
  String number;

  @Inject ReadCase cases;
  @Inject OrderTranslation order;
  @Inject EnterTranslation enter;
  @Inject Frame frame;

  @GET
  public View show() {
    return view(Form.empty());
  }

  @POST
  @Path("/order")
  public Object order(Form form) {
    return Acts.tried(
        form,
        () -> {
          order.handle(
              new OrderTranslation.Command(number(), form.value("which"), form.value("language")));
          return Acts.done(number(), "translationOrdered");
        },
        () -> view(form));
  }

  @POST
  @Path("/enter")
  public Object enter(Form form) {
    return Acts.tried(
        form,
        () -> {
          enter.handle(
              new EnterTranslation.Command(
                  number(),
                  form.value("which"),
                  form.value("language"),
                  form.value("status"),
                  form.value("polish")));
          return Acts.done(number(), "translationEntered");
        },
        () -> view(form));
  }

  private CaseNumber number() {
    return Acts.number(number);
  }

  private View view(Form typed) {
    var t = frame.t();
    var whole = cases.whole(number());
    var lines = new ArrayList<Line>();
    lines.add(
        line(
            Translation.NARRATIVE,
            t.t("casework.words.title"),
            whole.content().narrative(),
            whole.content().writtenIn(whole.facts().language()),
            whole.beside().pair(Translation.NARRATIVE).orElse(null),
            whole.beside().earlier(Translation.NARRATIVE),
            typed));
    for (var message : whole.messages()) {
      if (message.from() == Mailbox.From.REPORTER) {
        lines.add(
            line(
                "message-" + message.id(),
                t.t("casework.pair.message", "when", t.dateTime(message.at())),
                message.text(),
                message.language(),
                whole.beside().pairOfMessage(message.id()).orElse(null),
                List.of(),
                typed));
      }
    }
    return View.of(
        "casework/translations",
        new Model(
            whole.head(),
            lines,
            typed,
            WrittenIn.tags().stream().map(tag -> Choice.of(tag, WrittenIn.name(tag, t))).toList(),
            List.of(Translation.Status.MACHINE, Translation.Status.HUMAN, Translation.Status.SWORN)
                .stream()
                .map(status -> Choice.of(status.name(), t.t("casework.pair.status." + status)))
                .toList()));
  }

  /** What was typed comes back beside its own text only. */
  private static Line line(
      String text,
      String title,
      String words,
      String language,
      PairLine pair,
      List<PairLine> earlier,
      Form typed) {
    var form = typed.has("which", text) ? typed : Form.empty();
    return new Line(text, title, words, language, pair, earlier, form);
  }
}
