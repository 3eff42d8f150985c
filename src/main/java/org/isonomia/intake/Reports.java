package org.isonomia.intake;

import java.util.List;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/** Reports as whoever handles the case may read them. The caller's act has checked that it may. */
public interface Reports {
  /**
   * @throws org.isonomia.shared.Problem not-found
   */
  ReportFacts facts(CaseNumber number);

  /**
   * The words themselves, opened. Identity and contact are {@code null} unless the reporter is
   * NAMED.
   */
  Content content(CaseNumber number);

  /** One stored file, opened. */
  FileContent file(CaseNumber number, long fileId);

  /**
   * @param time local time as typed, or {@code null}
   * @param wishes what would help, codes
   * @param safeContact when and how it is safe to contact the person, or {@code null}
   */
  record Content(
      String narrative,
      String time,
      String place,
      String respondentName,
      Set<String> wishes,
      String wishText,
      String name,
      String address,
      String email,
      String phone,
      String safeContact,
      List<FileEntry> files) {}

  /**
   * @param type media type by content
   */
  record FileEntry(long id, String name, String type, long size) {}

  record FileContent(String name, String type, byte[] bytes) {}
}
