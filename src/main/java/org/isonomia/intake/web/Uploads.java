package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.page.Form;

/** Adds files to the draft as they stream in. */
@ApplicationScoped
public class Uploads {
  @Inject ReceiveFiles files;
  @Inject KeepDraft drafts;

  /**
   * @param form gets the error of the first file that could not be taken; the others are added
   * @return value of the pressed button, empty when it is not told
   */
  String take(HttpServletRequest request, String token, Form form) {
    files.read(
        request,
        form,
        drafts.roomForFiles(token),
        received -> drafts.attach(token, received.name(), received.taken()));
    return form.value("action");
  }

  /**
   * Reads what came without taking a file.
   *
   * @param form gets an error when a file came
   */
  String readOnly(HttpServletRequest request, Form form) {
    files.read(request, form, 0, received -> {});
    return form.value("action");
  }
}
