package org.isonomia.casework.web;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.isonomia.page.Form;
import org.isonomia.page.Language;
import org.isonomia.page.Redirect;
import org.isonomia.page.Texts;
import org.isonomia.page.View;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.workflow.OpenTask;

/**
 * What every page of a case does alike: read the number, act, and show the form again when
 * something is missing.
 */
final class Acts {
  private Acts() {}

  /** A number that is none is refused like one that is not theirs. */
  static CaseNumber number(String typed) {
    try {
      return new CaseNumber(typed);
    } catch (IllegalArgumentException notANumber) {
      throw Problem.forbidden("case-not-yours");
    }
  }

  /**
   * Acts and goes where the act leads; when a field is wrong, the page comes back with everything
   * typed.
   */
  static Object tried(Form form, Supplier<Response> act, Supplier<View> again) {
    try {
      return act.get();
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.INVALID || problem.errors().isEmpty()) {
        throw problem;
      }
      problem.errors().forEach(error -> form.error(error.pointer(), error.code()));
      return again.get().status(422);
    }
  }

  /** To the case's page, which says in a sentence what was done. */
  static Response done(CaseNumber number, String what) {
    return Redirect.to(address(number) + "?done=" + what).build();
  }

  static String address(CaseNumber number) {
    return "/casework/cases/" + number.value();
  }

  /** Where the page of a task is; tasks of other rooms are listed here too. */
  static String address(OpenTask task) {
    int slash = task.form().indexOf('/');
    var room = task.form().substring(0, slash);
    var page = task.form().substring(slash + 1);
    var folder =
        switch (room) {
          case "council" -> "/council/items/";
          case "referral" -> "/referral/referrals/";
          default ->
              switch (task.processId()) {
                case "needArrangement" -> "/casework/needs/";
                case "textTranslation" -> "/casework/translations/";
                default -> "/casework/cases/";
              };
        };
    return folder + task.businessKey() + "/" + page;
  }

  /** What a task is called, in words. */
  static String name(Texts t, OpenTask task) {
    var room = task.form().substring(0, task.form().indexOf('/'));
    // what the house does by itself is a person's task only when it failed
    var failed = room + ".failed." + task.task();
    if (t.has(failed)) {
      return t.t(failed);
    }
    return t.t(room + ".picture." + task.processId() + "." + task.task());
  }

  /** The reporter's words for a letter, or English where the office has none in their language. */
  static Texts reporters(String language) {
    return Texts.of(Language.of(language).orElse(Language.EN));
  }
}
