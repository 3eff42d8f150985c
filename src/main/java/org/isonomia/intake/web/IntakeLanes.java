package org.isonomia.intake.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.page.Lane;
import org.isonomia.page.Lanes;

/**
 * What of the residents' side costs much, each in a lane of its own: a flood of one kind makes only
 * that kind wait. How many turns come in a minute are settings ({@code isonomia.flood.…}).
 */
@ApplicationScoped
public class IntakeLanes implements Lanes {
  private static final Pattern RECEIPT =
      Pattern.compile("/[a-z]{2,3}/(mailbox|later/open)|/api/mailbox(/.*)?");
  private static final Pattern PAPER =
      Pattern.compile("/[a-z]{2,3}/(form/done|mailbox/own)/paper\\.pdf");
  private static final Pattern WRITE = Pattern.compile("/[a-z]{2,3}/(mailbox/.+|verify)");
  private static final Pattern FILES = Pattern.compile("/[a-z]{2,3}/(form|mailbox)/files");
  private static final Pattern DRAFT = Pattern.compile("/[a-z]{2,3}/(form/.+|later|later/leave)");

  // two receipts are derived at once; the third looks up, or shows its page
  private static final int RECEIPTS_AT_ONCE = 3;
  private static final int PAPERS_AT_ONCE = 2;
  private static final int WRITES_AT_ONCE = 2;
  private static final int ANSWERS_AT_ONCE = 2;

  /** A telephone takes minutes for a film, and holds its thread meanwhile. */
  private static final int FILES_AT_ONCE = 9;

  /** How many threads of all lanes work at once at most, beside the server's own. */
  public static final int PLACES =
      RECEIPTS_AT_ONCE + PAPERS_AT_ONCE + WRITES_AT_ONCE + ANSWERS_AT_ONCE + FILES_AT_ONCE;

  @Inject
  @ConfigProperty(name = "isonomia.flood.receipts", defaultValue = "6000")
  long receipts;

  @Inject
  @ConfigProperty(name = "isonomia.flood.papers", defaultValue = "300")
  long papers;

  @Inject
  @ConfigProperty(name = "isonomia.flood.writes", defaultValue = "1200")
  long writes;

  @Inject
  @ConfigProperty(name = "isonomia.flood.files", defaultValue = "240")
  long files;

  @Inject
  @ConfigProperty(name = "isonomia.flood.answers", defaultValue = "6000")
  long answers;

  private Lane receipt;
  private Lane paper;
  private Lane write;
  private Lane file;
  private Lane draft;

  @PostConstruct
  void open() {
    receipt = new Lane(RECEIPTS_AT_ONCE, 3000, receipts, true);
    paper = new Lane(PAPERS_AT_ONCE, 300, papers, false);
    write = new Lane(WRITES_AT_ONCE, 1000, writes, false);
    file = new Lane(FILES_AT_ONCE, 300, files, false);
    draft = new Lane(ANSWERS_AT_ONCE, 3000, answers, false);
  }

  @Override
  public Optional<Lane> of(String method, String path) {
    if (path.startsWith("/api/mailbox") || !method.equals("GET") && !method.equals("HEAD")) {
      return Optional.ofNullable(
          RECEIPT.matcher(path).matches()
              ? receipt
              : FILES.matcher(path).matches()
                  ? file
                  : WRITE.matcher(path).matches()
                      ? write
                      : DRAFT.matcher(path).matches() ? draft : null);
    }
    return PAPER.matcher(path).matches() ? Optional.of(paper) : Optional.empty();
  }
}
