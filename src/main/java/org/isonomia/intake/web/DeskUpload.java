package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.ReceiveFiles;
import org.isonomia.intake.application.FileReport;
import org.isonomia.page.Form;

/** The desk's form with the scan of a letter, which is taken like every file. */
@ApplicationScoped
public class DeskUpload {
  @Inject ReceiveFiles receive;

  record Taken(Form form, List<FileReport.Attachment> files) {}

  Taken take(HttpServletRequest request) {
    var form = Form.empty();
    var files = new ArrayList<FileReport.Attachment>();
    receive.read(
        request,
        form,
        Evidence.FILES_AT_MOST,
        received -> {
          // what the file was called on the desk's computer may hold a name
          var kind = received.name().replaceAll("^.*(?=\\.)", "");
          files.add(
              new FileReport.Attachment(
                  "scan-" + (files.size() + 1) + kind, received.taken(), null));
        });
    // the tick stands below the files and is read after them
    var promised = form.isBlank("promised") ? null : form.value("promised");
    return new Taken(
        form,
        files.stream()
            .map(file -> new FileReport.Attachment(file.name(), file.taken(), promised))
            .toList());
  }
}
