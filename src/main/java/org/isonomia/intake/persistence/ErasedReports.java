package org.isonomia.intake.persistence;

import static org.isonomia.privacy.ErasedRows.of;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.isonomia.privacy.Erasable;
import org.isonomia.privacy.ErasedRows;
import org.isonomia.privacy.Erasure;
import org.isonomia.shared.CaseNumber;

/**
 * The report, its mailbox and files go. What stays is one line that only the receipt finds: on
 * which day its report was removed, and whether on request. It names no case, and is forgotten
 * itself after a year ({@link RemovedReports}).
 */
@ApplicationScoped
public class ErasedReports implements Erasable {
  private static final List<ErasedRows> ROWS =
      List.of(
          of("intake_file", "number = ?1"),
          of("intake_question", "number = ?1"),
          of("intake_formal_acknowledgement", "number = ?1"),
          of("intake_blind_notice", "number = ?1"),
          of("intake_arrival", "number = ?1"),
          of("intake_message", "number = ?1"),
          of("intake_correction", "number = ?1"),
          of("intake_receipt_renewal", "number = ?1"),
          of("intake_mailbox_session", "number = ?1"),
          of(
              "intake_draft_file",
              "token_hash in (select token_hash from intake_draft where number = ?1)"),
          of("intake_draft", "number = ?1"),
          of("intake_report", "number = ?1"));

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  @Inject BlindNotices notices;

  /** Also the name of the mails that told that there is news; it stands in no other table. */
  @Override
  public Set<String> names(CaseNumber number) {
    return notices.mails(number);
  }

  @Override
  public List<String> tables() {
    return ErasedRows.tables(ROWS);
  }

  @Override
  public void erase(Erasure erasure) {
    em.createNativeQuery(
            "insert into intake_removed (receipt_hash, removed_on, on_request)"
                + " select receipt_hash, cast(?2 as date), cast(?3 as boolean) from intake_report where number = ?1"
                + " on conflict (receipt_hash) do nothing")
        .setParameter(1, erasure.number().value())
        .setParameter(2, erasure.on().toString())
        .setParameter(3, erasure.onRequest())
        .executeUpdate();
    ErasedRows.delete(em, ROWS, erasure.number().value());
  }
}
