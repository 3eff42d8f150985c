package org.isonomia.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    DROPPED_EARLY
  }

  /** One thing that does not hold, at a number of the chain, or of the record. */
  public record Finding(Fault fault, long at) {}

  /** Findings beyond so many are only counted. */
  public static final int MOST_SHOWN = 200;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> dropped = new HashSet<>();
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
    this.hashes.put(seq, this.hash);
  }

  /** Records of this month and kind were dropped after their class. */
  public void dropped(String month, String kind) {
    dropped.add(month + " " + kind);
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
    if (record == null) {
      if (dropped.contains(link.month() + " " + link.kind())) {
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
