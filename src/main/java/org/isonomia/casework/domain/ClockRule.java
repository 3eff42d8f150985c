package org.isonomia.casework.domain;

import java.util.Set;
import java.util.stream.Stream;

/**
 * How long a clock runs and for whom: a row of the law as data. A set of codes that is empty fits
 * everything.
 *
 * @param clock code of the clock ({@code SETTLE_237})
 * @param nth which of several of one clock that run side by side
 * @param rank of the rows of one clock and nth that fit, the lowest counts
 * @param starts what starts it ({@link #FILING}, {@link #RECEIPT}, {@link #CLOSING}, {@link
 *     #REPORTER_ASKED}, …)
 * @param remindHours hours before the end when somebody is reminded; 0 for never
 * @param metBy simple names of the {@link org.isonomia.casework.CaseEvent}s that meet it
 * @param stoppedBy simple names of the events that end it without its being met
 * @param statutory whether a law sets it, not the office itself
 * @param basis the provision as lawyers cite it; empty for the office's own standard
 */
public record ClockRule(
    String clock,
    int nth,
    int rank,
    String starts,
    Set<String> qualifications,
    Set<String> priorities,
    Set<String> areas,
    Set<String> respondents,
    Set<String> conduct,
    Set<String> grounds,
    Set<String> topics,
    Term term,
    int remindHours,
    Set<String> metBy,
    Set<String> stoppedBy,
    boolean statutory,
    String basis) {
  /** Runs from the filing of the report, once for a case. */
  public static final String FILING = "FILING";

  /** Runs from the receipt of a matter: the report's own from its filing, a later one from then. */
  public static final String RECEIPT = "RECEIPT";

  /** Runs from closing. */
  public static final String CLOSING = "CLOSING";

  /** Runs from the day on which a summons to complete a formal letter reached the person. */
  public static final String SUMMONS_DELIVERED = "SUMMONS_DELIVERED";

  /** Runs from the day on which a formal letter that failed lives on as a signal. */
  public static final String SIGNAL_CONTINUES = "SIGNAL_CONTINUES";

  /** Runs from the last question to the reporter. */
  public static final String REPORTER_ASKED = "REPORTER_ASKED";

  /** What a rule asks of a matter. */
  public record Facts(
      String qualification,
      String priority,
      String area,
      String respondent,
      Set<String> conduct,
      Set<String> grounds,
      Set<String> topics) {}

  boolean fits(Facts facts) {
    return allows(qualifications, facts.qualification())
        && allows(priorities, facts.priority())
        && allows(areas, facts.area())
        && allows(respondents, facts.respondent())
        && meets(conduct, facts.conduct())
        && meets(grounds, facts.grounds())
        && meets(topics, facts.topics());
  }

  /** Whether it asks nothing of a matter. */
  public boolean isForEverybody() {
    return Stream.of(qualifications, priorities, areas, respondents, conduct, grounds, topics)
        .allMatch(Set::isEmpty);
  }

  private static boolean allows(Set<String> wanted, String code) {
    return wanted.isEmpty() || (code != null && wanted.contains(code));
  }

  private static boolean meets(Set<String> wanted, Set<String> codes) {
    return wanted.isEmpty() || codes.stream().anyMatch(wanted::contains);
  }
}
