package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import org.isonomia.access.WhoRead;
import org.isonomia.audit.AuditRecord;
import org.isonomia.audit.persistence.Records;
import org.isonomia.shared.CaseNumber;

/** Tells a case's page who has read it. Readings of one person within an hour are one line. */
@ApplicationScoped
public class TellReaders implements WhoRead {
  static final int PAGE = 25;
  private static final int AT_ONCE = 400;
  private static final Duration FOLD = Duration.ofHours(1);

  @Inject Records records;

  @Override
  public Page of(CaseNumber number, Long before) {
    var rows = records.readings(number.value(), before == null ? Long.MAX_VALUE : before, AT_ONCE);
    var readings = new ArrayList<Reading>();
    var newest = new ArrayList<AuditRecord>();
    long last = 0;
    for (var row : rows) {
      int line = lineOf(newest, row);
      if (line < 0 && newest.size() == PAGE) {
        return new Page(readings, last);
      }
      if (line < 0) {
        newest.add(row);
        readings.add(new Reading(row.actorId(), row.actorKind(), row.cityAt(), 1));
      } else {
        var told = readings.get(line);
        readings.set(line, new Reading(told.accountId(), told.kind(), told.at(), told.times() + 1));
      }
      last = row.id();
    }
    return new Page(readings, rows.size() == AT_ONCE ? last : null);
  }

  private static int lineOf(ArrayList<AuditRecord> newest, AuditRecord row) {
    for (int i = newest.size() - 1; i >= 0; i--) {
      var line = newest.get(i);
      if (line.actorId() == row.actorId() && line.actorKind().equals(row.actorKind())) {
        return Duration.between(row.cityAt(), line.cityAt()).abs().compareTo(FOLD) < 0 ? i : -1;
      }
    }
    return -1;
  }
}
