package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.application.KeepDraft;
import org.isonomia.page.Form;

/** Adds files to the draft as they stream in. */
@ApplicationScoped
public class Uploads {
  @Inject ReceiveFiles files;
  @Inject KeepDraft drafts;

  /**
   * @param promised text keys of the questions that promised a file, of those this person was asked
   * @param form gets the error of the first file that could not be taken; the others are added
   * @return value of the pressed button, empty when it is not told
   */
  String take(HttpServletRequest request, String token, List<String> promised, Form form) {
    var added = new ArrayList<Long>();
    files.read(
        request,
        form,
        drafts.roomForFiles(token),
        received -> added.add(drafts.attach(token, received.name(), received.taken())));
    // the tick stands below the files and is read after them
    var said = form.value("promised");
    if (promised.contains(said)) {
      added.forEach(file -> drafts.sayPromised(token, file, said));
      if (added.isEmpty() && !form.hasErrors()) {
        form.error(ReceiveFiles.FIELD, "intake." + said + ".promised.which");
      }
    }
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
