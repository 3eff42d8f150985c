package org.isonomia.casework.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.casework.domain.OwnTerm;
import org.isonomia.casework.domain.OwnTermBook;
import org.isonomia.intake.OwnTerms;
import org.isonomia.intake.ReportFacts;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.shared.AppClock;

/**
 * Works out the reporter's own dates from the law as data. A term begins when the person learned of
 * it, which nobody asked them: it is counted from the day it happened, the earliest there can be,
 * so that a date shown is never too late. A term that begins with a dismissal counts from the day
 * the person gave for it, when they did.
 */
@ApplicationScoped
@Transactional
public class TellOwnTerms implements OwnTerms {
  @Inject OwnTermBook book;
  @Inject LawInForce law;
  @Inject AppClock clock;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Term> of(ReportFacts facts, LocalDate endedOn, String language) {
    var t = Texts.of(Language.of(language).orElse(Language.PL));
    var today = clock.today();
    var calendar = law.current().calendar();
    return book.all().stream()
        .filter(rule -> rule.fits(facts, rule.from(facts, endedOn), today))
        .map(
            rule -> {
              var from = rule.from(facts, endedOn);
              boolean ended = rule.starts().equals(OwnTerm.DISMISSAL) && endedOn != null;
              var last = from == null ? null : rule.last(from, calendar);
              return new Term(
                  rule.code(),
                  words(t, "casework.ownTerm.name." + rule.code(), rule.basis()),
                  words(t, "casework.ownTerm.how." + rule.code(), ""),
                  rule.basis(),
                  from,
                  ended,
                  !ended && rule.starts().equals(OwnTerm.DISMISSAL),
                  last,
                  last != null && last.isBefore(today));
            })
        .toList();
  }

  /** A row that is newer than the texts is told by its provision. */
  private static String words(Texts t, String key, String otherwise) {
    return t.has(key) ? t.t(key) : otherwise;
  }
}
