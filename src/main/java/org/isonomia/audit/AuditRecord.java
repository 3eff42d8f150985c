package org.isonomia.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One thing that was done, read or refused.
 *
 * @param at real time of the record
 * @param cityAt by the city's clock, which a demo can move
 * @param actorId account; 0 for nobody with one, and the house
 * @param actorKind PERSON, RESIDENT (nobody with an account), PARTNER_LINK, HOUSE
 * @param kind CHANGE, READ, REFUSAL
 * @param act room and class of the act ({@code casework.QualifyMatter}), its method unless {@code
 *     handle}
 * @param subject public number or {@code kind:key}, or {@code null}
 * @param caseNumber the case it belongs to, or {@code null}
 * @param reason code of a refusal, or {@code null}
 */
public record AuditRecord(
    long id,
    Instant at,
    Instant cityAt,
    long actorId,
    String actorKind,
    String kind,
    String act,
    String subject,
    String caseNumber,
    String reason) {

  /** The bytes that the chain is made over: one value a line, nothing where there is none. */
  byte[] canonical() {
    return String.join(
            "\n",
            "isonomia audit record 1",
            Long.toString(id),
            at.toString(),
            cityAt.toString(),
            Long.toString(actorId),
            actorKind,
            kind,
            act,
            orNothing(subject),
            orNothing(caseNumber),
            orNothing(reason))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String orNothing(String text) {
    return text == null ? "" : text;
  }
}
