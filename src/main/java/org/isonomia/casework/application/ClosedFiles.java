package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.isonomia.casework.domain.EndedCases;
import org.isonomia.intake.Reports;
import org.isonomia.retention.ClosedCases;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** Tells the room of retention which cases are closed, and what is counted of them. */
@ApplicationScoped
public class ClosedFiles implements ClosedCases {
  @Inject EndedCases cases;
  @Inject Reports reports;

  @Override
  public List<File> closedBefore(Instant moment, int most) {
    return cases.closedBefore(moment, most).stream().map(ClosedFiles::file).toList();
  }

  @Override
  public Optional<File> look(CaseNumber number) {
    return cases.look(number).map(ClosedFiles::file);
  }

  @Override
  public Optional<File> lock(CaseNumber number) {
    return cases.lock(number).map(ClosedFiles::file);
  }

  @Override
  public Trace trace(CaseNumber number) {
    var facts = reports.facts(number);
    return new Trace(
        YearMonth.from(facts.filedAt().atZone(AppClock.CITY)),
        facts.grounds(),
        facts.area(),
        facts.conduct(),
        cases.lastOutcome(number));
  }

  private static File file(EndedCases.Ended ended) {
    return new File(ended.number(), ended.qualifications(), ended.closedAt());
  }
}
