package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.audit.Verification;
import org.isonomia.audit.persistence.Chain;

/** How the chain stands, for the auditor; and whether it holds, now. */
@ApplicationScoped
@Transactional
public class SeeChain {
  private static final int HEADS_SHOWN = 31;

  /**
   * One head.
   *
   * @param sentTo codes of those who got it by mail
   */
  public record HeadLine(
      LocalDate day, long seq, String hash, String signature, List<String> sentTo) {}

  /**
   * @param oldestWaiting time of the oldest record without a place, or {@code null}
   * @param mailTo codes of those heads are mailed to
   * @param months how long each kind is kept
   */
  public record State(
      long seq,
      String hash,
      Instant oldestWaiting,
      Instant sealedAt,
      boolean failing,
      String publicKey,
      List<HeadLine> heads,
      Set<String> mailTo,
      Map<String, Integer> months) {}

  /** What a look at the whole chain found. */
  public record Checked(
      boolean holds,
      long links,
      long goneByClass,
      long found,
      List<Verification.Finding> findings,
      Instant at) {}

  @Inject Chain chain;
  @Inject LookAtChain look;
  @Inject HouseSeal seal;
  @Inject SignHead head;
  @Inject Rounds rounds;

  @Allowed(value = Permission.SEARCH_AUDIT, trace = Allowed.Trace.NONE)
  public State handle() {
    var end = chain.end();
    return new State(
        end.seq(),
        HexFormat.of().formatHex(end.hash()),
        chain.oldestWaiting().orElse(null),
        rounds.sealedAt(),
        rounds.isFailing(),
        HexFormat.of().formatHex(seal.publicKey()),
        chain.heads(HEADS_SHOWN).stream()
            .map(
                one ->
                    new HeadLine(
                        one.day(),
                        one.seq(),
                        HexFormat.of().formatHex(one.hash()),
                        HexFormat.of().formatHex(one.signature()),
                        chain.recipients(one.day())))
            .toList(),
        head.recipients().keySet(),
        look.months());
  }

  /** Walks along the whole chain. */
  @Allowed(value = Permission.SEARCH_AUDIT, trace = Allowed.Trace.READ)
  public Checked verify() {
    Deed.about("audit:chain");
    var walk = look.whole(rounds.seen());
    return new Checked(
        walk.holds(),
        walk.links(),
        walk.goneByClass(),
        walk.found(),
        walk.findings(),
        KeepRecords.now());
  }
}
