package org.isonomia.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.shared.CaseNumber;

/**
 * What routing and clocks need to know of a report: codes of the vocabulary and dates, no content.
 *
 * @param language tag of the language the reporter reads ({@code uk})
 * @param channel WEB, PHONE, …
 * @param role reporter role, or {@code null} when nobody said it
 * @param identityMode ANONYMOUS, CONFIDENTIAL, NAMED
 * @param requested SIGNAL, COMPLAINT_KPA, REQUEST_KPA, PETITION: what the reporter asked for, not
 *     yet a qualification
 * @param completeForFormal whether name and address are there, without which a formal matter is not
 *     examined
 * @param respondentType who did it, or {@code null} when nobody said it
 * @param incidentDate day of the incident, or {@code null}
 * @param dangerNow whether the person said to be in danger; {@code null} when they did not say
 * @param needs codes of access needs (SIGN_LANGUAGE, LARGE_PRINT, EASY_READ, COMPANION,
 *     INTERPRETER)
 */
public record ReportFacts(
    CaseNumber number,
    String language,
    String channel,
    String role,
    String identityMode,
    String requested,
    boolean completeForFormal,
    String area,
    String respondentType,
    Set<String> grounds,
    Set<String> conduct,
    LocalDate incidentDate,
    Boolean dangerNow,
    Set<String> needs,
    Instant filedAt) {
  /** Only whoever says so: silence is neither a yes nor a no. */
  public boolean isInDanger() {
    return Boolean.TRUE.equals(dangerNow);
  }
}
