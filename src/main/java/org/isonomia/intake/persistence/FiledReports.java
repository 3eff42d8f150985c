package org.isonomia.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isonomia.intake.Mailbox.From;
import org.isonomia.intake.domain.Report;
import org.isonomia.intake.domain.ReportFile;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;

/** Filed reports and their files, as if in memory. */
@ApplicationScoped
public class FiledReports {
  private static final int FIRST_YEAR = 2024;
  private static final int LAST_YEAR = 2099;

  @PersistenceContext(unitName = "isonomia")
  EntityManager em;

  /** The next number of that year of the city; a number that is not used afterwards is a gap. */
  public CaseNumber nextNumber(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Problem.unavailable("no-numbers-for-this-year");
    }
    var next =
        em.createNativeQuery("select nextval('intake_number_" + year + "')").getSingleResult();
    return CaseNumber.of(year, ((Number) next).longValue());
  }

  public void add(Report report) {
    em.persist(report);
  }

  public void addFile(ReportFile file) {
    em.persist(file);
  }

  public Optional<Report> find(CaseNumber number) {
    return em.createQuery("select r from Report r where r.number = :number", Report.class)
        .setParameter("number", number.value())
        .getResultStream()
        .findFirst();
  }

  public Report get(CaseNumber number) {
    return find(number).orElseThrow(() -> Problem.notFound("no-such-report"));
  }

  /** The report, locked until the act is over: two clicks at once are one after the other. */
  public Report lock(CaseNumber number) {
    var report = get(number);
    em.lock(report, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(report);
    return report;
  }

  public List<Report> of(Collection<CaseNumber> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : em.createQuery("select r from Report r where r.number in :numbers", Report.class)
            .setParameter("numbers", numbers.stream().map(CaseNumber::value).toList())
            .getResultList();
  }

  /** The number behind a receipt; one look into a unique index, for a hit and for a miss. */
  public Optional<CaseNumber> numberByReceipt(String receiptHash) {
    return em.createQuery("select r.number from Report r where r.receiptHash = :hash", String.class)
        .setParameter("hash", receiptHash)
        .getResultStream()
        .findFirst()
        .map(CaseNumber::new);
  }

  /** The reporter's language. */
  public String language(CaseNumber number) {
    return em.createQuery("select r.language from Report r where r.number = :number", String.class)
        .setParameter("number", number.value())
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-report"));
  }

  /** Those that came with the report first, then those of the messages. */
  public List<ReportFile> files(CaseNumber number) {
    return em.createQuery(
            "select f from ReportFile f where f.number = :number order by f.position, f.id",
            ReportFile.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  /** Whether the reporter sent it, with the report or with a message. */
  public boolean isOfReporter(ReportFile file) {
    return file.message() == null
        || em.createQuery(
                    "select count(m) from MailboxMessage m where m.id = :id and m.sender = :reporter",
                    Long.class)
                .setParameter("id", file.message())
                .setParameter("reporter", From.REPORTER)
                .getSingleResult()
            > 0;
  }

  public ReportFile file(CaseNumber number, long id) {
    return em.createQuery(
            "select f from ReportFile f where f.number = :number and f.id = :id", ReportFile.class)
        .setParameter("number", number.value())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("no-such-file"));
  }
}
