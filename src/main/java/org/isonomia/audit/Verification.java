package org.isonomia.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Walks along the chain and says what does not hold. It is given the links in the order in which
 * they are found, each with its record if that is still there, then the heads. It keeps the hashes
 * of the places that heads speak of and nothing else, so that a chain of any length passes.
 */
public final class Verification {
  /** What can be wrong. */
  public enum Fault {
    /** The record is not the one that was sealed. */
    CHANGED,
    /** Numbers or a record are not there. */
    MISSING,
    /** A number comes after a higher one, or twice. */
    REORDERED,
    /** A link does not follow from the one before it. */
    BROKEN,
    /** The chain ends before a head that is known. */
    CUT_OFF,
    /** At the place of a head there is another hash: the chain was made anew. */
    OTHER_CHAIN,
    /** A head is not signed by the house. */
    SIGNATURE,
    /** A record that was slipped in behind the chain. */
    SLIPPED_IN,
    /** Records were dropped before their time. */
    DROPPED_EARLY,
    /** Of a month and kind that went, not all is gone, or not as much as was signed. */
    DROPPED_IN_PART
  }

  /** One thing that does not hold, at a number of the chain, or of the record. */
  public record Finding(Fault fault, long at) {}

  /** What is there of a month and kind that was dropped. */
  private static final class Gone {
    private final Release release;
    private long places;
    private long records;

    Gone(Release release) {
      this.release = release;
    }
  }

  /** Findings beyond so many are only counted. */
  public static final int MOST_SHOWN = 200;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Release> released = new TreeMap<>();
  private final Map<String, Gone> dropped = new TreeMap<>();
  private final byte[] opening;
  private final Map<Long, byte[]> hashes = new HashMap<>();
  private final Set<Long> watched = new HashSet<>();
  private final Set<String> watchedHashes = new HashSet<>();
  private final Set<String> metHashes = new HashSet<>();
  private long found;
  private long first;
  private long last;
  private byte[] hash;
  private long links;
  private long goneByClass;

  /**
   * Begins after this place.
   *
   * @param seq number of the last link before, 0 at the beginning of all
   */
  public Verification(long seq, byte[] hash) {
    this.first = seq + 1;
    this.last = seq;
    this.hash = hash.clone();
    this.opening = this.hash;
    this.hashes.put(seq, this.hash);
  }

  /**
   * Records of a month and kind may go, says the house.
   *
   * @param now by the clock of whoever checks
   */
  public void released(Release release, byte[] key, Instant now) {
    if (!release.isSignedBy(key)) {
      note(Fault.SIGNATURE, release.last());
      return; // nobody has said that they may go
    }
    if (now.isBefore(release.due())) {
      note(Fault.DROPPED_EARLY, release.last());
    }
    released.put(release.month() + " " + release.kind(), release);
  }

  /** They are gone: that counts where it was released, and after that was said. */
  public void dropped(String month, String kind) {
    var release = released.get(month + " " + kind);
    if (release != null) {
      dropped.put(month + " " + kind, new Gone(release));
    }
  }

  /** Nothing may stand before the beginning but months that went as a whole after their class. */
  public void beginsWhole() {
    if (first > 1 && !isMonthsEnd(first - 1, opening)) {
      note(Fault.MISSING, first - 1);
    }
  }

  private boolean isMonthsEnd(long seq, byte[] closing) {
    return released.values().stream()
            .filter(one -> one.last() == seq && Arrays.equals(one.closing(), closing))
            .map(Release::kind)
            .distinct()
            .count()
        == Release.KINDS.size();
  }

  /**
   * A head somebody has kept from before the beginning: whether it is the end of a month that went
   * and could be compared.
   */
  public boolean isComparedBefore(long seq, byte[] known) {
    var ends = released.values().stream().filter(one -> one.last() == seq).toList();
    if (ends.stream().anyMatch(one -> !Arrays.equals(one.closing(), known))) {
      note(Fault.OTHER_CHAIN, seq);
    }
    return !ends.isEmpty();
  }

  /** After all links: of what was dropped everything must be gone, as many as were signed. */
  public void end() {
    for (var gone : dropped.values()) {
      var release = gone.release;
      boolean whole = release.first() >= first && release.last() <= last;
      boolean fits =
          gone.records == 0
              && (whole ? gone.places == release.records() : gone.places <= release.records());
      if (!fits) {
        note(Fault.DROPPED_IN_PART, release.last());
      }
    }
  }

  /** A head at this number will be asked about. */
  public void watch(long seq) {
    watched.add(seq);
  }

  /** A hash without its number will be asked about. */
  public void watch(byte[] head) {
    watchedHashes.add(HexFormat.of().formatHex(head));
  }

  /**
   * The next link.
   *
   * @param record {@code null} when it is not there
   */
  public void link(Link link, AuditRecord record) {
    links++;
    if (link.seq() <= last) {
      note(Fault.REORDERED, link.seq());
      return; // the line goes on from where it was
    }
    if (link.seq() > last + 1) {
      note(Fault.MISSING, last + 1);
    } else if (!Arrays.equals(link.before(), hash)) {
      note(Fault.BROKEN, link.seq());
    }
    var gone = dropped.get(link.month() + " " + link.kind());
    boolean within =
        gone != null && link.seq() >= gone.release.first() && link.seq() <= gone.release.last();
    if (within) {
      gone.places++;
      gone.records += record == null ? 0 : 1;
    }
    if (record == null) {
      if (within) {
        goneByClass++;
      } else {
        note(Fault.MISSING, link.seq());
      }
    } else if (record.id() != link.recordId()
        || !record.kind().equals(link.kind())
        || !Arrays.equals(Link.hashOf(record), link.recordHash())) {
      note(Fault.CHANGED, link.seq());
    }
    var computed =
        Link.hash(link.seq(), link.month(), link.kind(), link.recordHash(), link.before());
    if (!Arrays.equals(computed, link.hash())) {
      note(Fault.BROKEN, link.seq());
    }
    last = link.seq();
    hash = link.hash();
    if (watched.contains(last)) {
      hashes.put(last, hash);
    }
    if (!watchedHashes.isEmpty()) {
      var hex = HexFormat.of().formatHex(hash);
      if (watchedHashes.contains(hex)) {
        metHashes.add(hex);
      }
    }
  }

  /** A head, after all links; its number was watched. */
  public void head(Head head, byte[] key) {
    if (!head.isSignedBy(key)) {
      note(Fault.SIGNATURE, head.seq());
    }
    head(head.seq(), head.hash());
  }

  /** A number and its hash that somebody outside has kept; the number was watched. */
  public void head(long seq, byte[] known) {
    if (seq > last) {
      note(Fault.CUT_OFF, seq);
    } else if (hashes.containsKey(seq) && !Arrays.equals(hashes.get(seq), known)) {
      note(Fault.OTHER_CHAIN, seq);
    } else if (seq >= first && !hashes.containsKey(seq)) {
      note(Fault.MISSING, seq);
    }
  }

  /** A hash that somebody outside has kept, without its number; it was watched. */
  public void head(byte[] known) {
    if (!metHashes.contains(HexFormat.of().formatHex(known))) {
      note(Fault.CUT_OFF, last);
    }
  }

  /** Something else was found at this number. */
  public void note(Fault fault, long at) {
    found++;
    if (findings.size() < MOST_SHOWN) {
      findings.add(new Finding(fault, at));
    }
  }

  /** Whether a head at this number can be compared at all. */
  public boolean isWithin(long seq) {
    return seq >= first - 1;
  }

  public boolean holds() {
    return found == 0;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** All of them, also those that are not shown. */
  public long found() {
    return found;
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  public byte[] hash() {
    return hash.clone();
  }

  public long links() {
    return links;
  }

  /** Places whose record went after its class. */
  public long goneByClass() {
    return goneByClass;
  }
}
