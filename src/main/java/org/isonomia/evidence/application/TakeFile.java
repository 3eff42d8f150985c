package org.isonomia.evidence.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.function.IOSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.evidence.Cleaning;
import org.isonomia.evidence.Evidence;
import org.isonomia.evidence.Kind;
import org.isonomia.evidence.Scan;
import org.isonomia.evidence.Stored;
import org.isonomia.evidence.Taken;
import org.isonomia.evidence.content.CannotClean;
import org.isonomia.evidence.content.CleanCopy;
import org.isonomia.evidence.content.FindKind;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Turns;

/**
 * Takes a file: seals it as it streams in, tells its kind from the blocks, asks the scanner, writes
 * a clean copy into further blocks. One file at a time is decoded, because a decoded picture or
 * document is many times larger than its file; while they stream, many come at once.
 */
@ApplicationScoped
public class TakeFile implements Evidence {
  /** The scanner has some threads, and each that waits for it is a request's. */
  private static final int SCANNED_AT_ONCE = 4;

  private static final int PART = 64 * 1024;

  @Inject KeepBlocks blocks;
  @Inject Clamd clamd;

  @Inject
  @ConfigProperty(name = "isonomia.file.max", defaultValue = "26214400")
  long largest;

  /** Longer than files of several people take; who still waits then is told to try again. */
  int patienceSeconds = 40;

  final Semaphore scanners = new Semaphore(SCANNED_AT_ONCE, true);
  private final Semaphore one = new Semaphore(1, true);

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public long largest() {
    return largest;
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Taken take(InputStream file) {
    var begun = new ArrayList<Long>();
    try {
      var original = store(file, begun);
      var taken = process(original, begun);
      blocks.forget(
          begun.stream()
              .filter(id -> id != taken.content().id())
              .filter(id -> taken.original() == null || id != taken.original().id())
              .toList());
      return taken;
    } catch (IOException e) {
      forgetBegun(begun);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      forgetBegun(begun);
      throw e;
    }
  }

  /** What cannot be forgotten just now is forgotten with the drafts: it is of no case. */
  private void forgetBegun(List<Long> begun) {
    try {
      blocks.forget(begun);
    } catch (RuntimeException away) {
      begun.clear();
    }
  }

  private Stored store(InputStream file, List<Long> begun) throws IOException {
    var part = new byte[PART];
    // nothing is begun for a field that was left empty
    var first = file.readNBytes(part, 0, PART);
    if (first == 0) {
      throw Problem.invalid("file-empty");
    }
    var id = blocks.begin();
    begun.add(id);
    var writer = new SealedBlocks.Writer(shelf(id));
    for (int got = first; got > 0; got = file.readNBytes(part, 0, PART)) {
      if (writer.size() + got > largest) {
        throw Problem.invalid("file-too-large");
      }
      writer.write(part, 0, got);
    }
    return end(id, writer);
  }

  private Stored end(long id, SealedBlocks.Writer writer) {
    var stored = writer.end(id);
    blocks.end(id, stored.size());
    return stored;
  }

  private Taken process(Stored original, List<Long> begun) throws IOException {
    var source = new SealedBlocks.Reader(shelf(original.id()), original);
    var kind =
        alone(
            () -> {
              var found = FindKind.of(source);
              CleanCopy.require(found, source);
              return found;
            });
    // a scanner that thinks for long keeps nobody else waiting
    var scan = clamd.isThere() ? looked(source.stream()) : Scan.NONE;
    if (scan == Scan.FOUND) {
      throw Problem.invalid("file-infected");
    }
    return alone(() -> copy(kind, source, scan, original, begun));
  }

  /**
   * @throws Problem unavailable "files-busy" when so many others wait for the scanner
   */
  private Scan looked(InputStream file) {
    await(scanners);
    try {
      return clamd.scan(file);
    } finally {
      scanners.release();
    }
  }

  /** One file at a time is in memory. */
  private <T> T alone(IOSupplier<T> work) throws IOException {
    await(one);
    try {
      return work.get();
    } finally {
      one.release();
    }
  }

  private Taken copy(
      Kind kind, SealedBlocks.Reader source, Scan scan, Stored original, List<Long> begun)
      throws IOException {
    if (kind == Kind.HEIC) {
      return new Taken(kind, Cleaning.NOT_CLEANED, scan, original, kind, null);
    }
    var id = blocks.begin();
    begun.add(id);
    var writer = new SealedBlocks.Writer(shelf(id));
    try {
      var written = CleanCopy.write(kind, source, writer);
      return new Taken(written, Cleaning.CLEAN_COPY, scan, end(id, writer), kind, original);
    } catch (CannotClean asItIs) {
      return new Taken(kind, Cleaning.NOT_CLEANED, scan, original, kind, null);
    }
  }

  /** Aside: whoever waits here keeps nobody from other pages. */
  private void await(Semaphore turn) {
    try (var waiting = Turns.aside()) {
      if (!turn.tryAcquire(patienceSeconds, TimeUnit.SECONDS)) {
        throw Problem.unavailable("files-busy");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("files-busy");
    }
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void file(Collection<Long> contents, CaseNumber number) {
    blocks.file(contents, number);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void forget(Collection<Long> contents) {
    blocks.forget(contents);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Long> unfiled(Instant before, long after, int most) {
    return blocks.unfiled(before, after, most);
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Scan scan(Stored content, Scan before) {
    if (before == Scan.FOUND) {
      return Scan.FOUND;
    }
    var now = clamd.isThere() ? lookedAgain(content) : Scan.NONE;
    return switch (now) {
      case NONE -> before == Scan.WAITING ? Scan.NONE : before;
      // what was clean once is handed out while the scanner is away
      case WAITING -> before == Scan.CLEAN ? Scan.CLEAN : Scan.WAITING;
      default -> now;
    };
  }

  /** Whoever does not get their turn is told to try again, as while the scanner is away. */
  private Scan lookedAgain(Stored content) {
    try {
      return looked(open(content));
    } catch (Problem busy) {
      return Scan.WAITING;
    }
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public InputStream open(Stored content) {
    return new SealedBlocks.Reader(shelf(content.id()), content).stream();
  }

  private SealedBlocks.Shelf shelf(long id) {
    return new SealedBlocks.Shelf() {
      @Override
      public void add(int position, Sealed block) {
        blocks.add(id, position, block);
      }

      @Override
      public Sealed block(int position) {
        return blocks.block(id, position);
      }
    };
  }
}
