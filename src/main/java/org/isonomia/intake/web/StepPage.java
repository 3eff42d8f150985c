package org.isonomia.intake.web;

import java.util.List;
import org.isonomia.intake.application.Crimes;
import org.isonomia.intake.application.KeepDraft.FileEntry;
import org.isonomia.intake.domain.Step;
import org.isonomia.page.Form;

/**
 * A question as the template needs it.
 *
 * @param number place among the questions this person is asked, from 1
 * @param back address of the question before
 * @param fromCheck whether the person came to change one answer and goes back to all of them
 * @param danger whether the person said to be in danger now: every page then repeats 112
 * @param retry whether nothing could be saved just now and the text is still here
 * @param promised text keys of the questions whose answer promised a file, on the page of files
 * @param gone whether the answers before this question are not kept (any more)
 */
public record StepPage(
    Step step,
    Form form,
    List<Question> fields,
    List<FileEntry> files,
    int number,
    int of,
    String back,
    boolean fromCheck,
    boolean danger,
    boolean retry,
    Contact contact,
    List<Crimes.Crime> crimes,
    List<String> promised,
    boolean gone) {
  /** The same page with what is known of the answers before it. */
  StepPage gone(boolean now) {
    return new StepPage(
        step, form, fields, files, number, of, back, fromCheck, danger, retry, contact, crimes,
        promised, now);
  }

  /** Part of the text keys of this step. */
  public String key() {
    return "intake." + step.text();
  }

  /** Where the answers are sent, without the language. */
  public String address() {
    return "/form/" + step.path() + (fromCheck ? "?from=check" : "");
  }

  /** A sealed copy of the draft, for the hidden field that brings it back. */
  public String carried() {
    return form.value("kept");
  }

  /** Where the page leads that keeps the answers for another day. */
  public String later() {
    return "/later?step=" + step.path();
  }

  /** Whether nothing here needs an answer. */
  public boolean skippable() {
    return fields.stream().allMatch(question -> question.field().required() == null);
  }

  /** Whether the only field's words are the heading of the page. */
  public boolean single() {
    return Question.areAlone(fields);
  }
}
