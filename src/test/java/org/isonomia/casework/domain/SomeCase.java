package org.isonomia.casework.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.isonomia.casework.Manner;
import org.isonomia.casework.Outcome;
import org.isonomia.casework.Qualification;
import org.isonomia.intake.ReportFacts;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/** Builds a case as far along as a test needs it: {@code aCase().assessed().build()}. */
public final class SomeCase {
  public static final long HANDLER = 7;
  public static final long COORDINATOR = 8;
  public static final Law LAW = SomeLaw.shipped();
  private static final Sealed WORDS = Sealed.ofBytes(new byte[] {0});

  private Instant filed = city("2027-02-15T09:40");
  private String requested = "SIGNAL";
  private boolean complete;
  private String area = "HOUSING";
  private String respondent = "PRIVATE_COMPANY";
  private Set<String> grounds = Set.of("DISABILITY");
  private Set<String> conduct = Set.of("DIRECT");
  private Boolean danger = false;
  private String language = "pl";
  private Case built;

  public static SomeCase aCase() {
    return new SomeCase();
  }

  public static Instant city(String time) {
    return LocalDateTime.parse(time).atZone(AppClock.CITY).toInstant();
  }

  SomeCase filedAt(String time) {
    filed = city(time);
    return this;
  }

  SomeCase formal(Qualification kind) {
    requested = kind.name();
    complete = true;
    return this;
  }

  SomeCase nameless(Qualification kind) {
    requested = kind.name();
    complete = false;
    return this;
  }

  SomeCase in(String where, String who) {
    area = where;
    respondent = who;
    return this;
  }

  SomeCase about(String ground, String how) {
    grounds = Set.of(ground);
    conduct = Set.of(how);
    return this;
  }

  /** Neither who did it nor whether there is danger was said. */
  SomeCase silent() {
    danger = null;
    respondent = null;
    return this;
  }

  SomeCase inDanger() {
    danger = true;
    return this;
  }

  public ReportFacts facts() {
    return new ReportFacts(
        new CaseNumber("ET-2027-00001"),
        language,
        "WEB",
        "VICTIM",
        complete ? "NAMED" : "ANONYMOUS",
        requested,
        complete,
        area,
        respondent,
        grounds,
        conduct,
        null,
        danger,
        Set.of(),
        filed);
  }

  private Case open() {
    if (built == null) {
      built = Case.open(facts(), WORDS, LAW);
    }
    return built;
  }

  public SomeCase acknowledged() {
    open().acknowledge(filed.plusSeconds(3600));
    return this;
  }

  public SomeCase qualified(Qualification as, Boolean competent) {
    acknowledged();
    requalify(as, competent, filed.plusSeconds(7200));
    return this;
  }

  void requalify(Qualification as, Boolean competent, Instant at) {
    open()
        .qualify(
            1,
            as,
            competent,
            Risk.NONE,
            Priority.NORMAL,
            Set.of(),
            null,
            null,
            HANDLER,
            facts(),
            LAW,
            at);
  }

  SomeCase withMatter(Qualification as, Boolean competent, String topic, Instant at) {
    open()
        .addMatter(
            as,
            competent,
            topic == null ? Set.of() : Set.of(topic),
            WORDS,
            HANDLER,
            facts(),
            LAW,
            at);
    return this;
  }

  SomeCase concluded(int matter, Outcome outcome, Manner manner, Instant at) {
    open().propose(matter, outcome, manner, WORDS, null, HANDLER, at);
    open().confirm(COORDINATOR, at);
    open().tell(at);
    open().close(LAW, at);
    return this;
  }

  public SomeCase assessed() {
    qualified(Qualification.valueOf(requested), complete ? Boolean.TRUE : null);
    open().assess(NextStep.CONCLUDE, filed.plusSeconds(10_800));
    return this;
  }

  public SomeCase proposed(Outcome outcome) {
    assessed();
    open()
        .propose(
            1,
            outcome,
            complete ? Manner.ZASADNA : null,
            WORDS,
            null,
            HANDLER,
            filed.plusSeconds(14_400));
    return this;
  }

  public SomeCase closedAt(Instant at) {
    proposed(Outcome.PRACTICE_CHANGED);
    open().confirm(COORDINATOR, at);
    open().tell(at);
    open().close(LAW, at);
    return this;
  }

  public Case build() {
    return open();
  }

  static Sealed words() {
    return WORDS;
  }
}
