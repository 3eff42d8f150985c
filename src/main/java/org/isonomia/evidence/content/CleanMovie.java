package org.isonomia.evidence.content;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Takes place, time, device and names out of a film or recording: boxes of user data and metadata
 * (and the addresses of other films) become empty room, tracks that are neither picture nor sound
 * (where a telephone writes its way) become empty together with what they say, times are zeroed.
 * Nothing is moved, so that no offset changes; the file is copied in one pass and never in memory.
 */
final class CleanMovie {
  private static final Set<String> GROUPS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "edts", "dinf", "mvex");
  private static final Set<String> TELLING =
      Set.of("udta", "meta", "uuid", "free", "skip", "pnot", "PICT", "loci", "sefd", "rmra");
  private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
  private static final Set<String> SEEN_OR_HEARD =
      Set.of("vide", "soun", "sbtl", "subt", "text", "clcp", "auxv", "tmcd");
  private static final int BUFFER = 64 * 1024;
  private static final int MOST_SAMPLES = 2_000_000;

  /** A place that is overwritten: by these bytes, or by zeros. */
  private record Patch(long at, long length, byte[] with) {}

  private final Source file;
  private final List<Patch> patches = new ArrayList<>();

  private CleanMovie(Source file) {
    this.file = file;
  }

  static void clean(Source file, OutputStream to) throws IOException, CannotClean {
    var movie = new CleanMovie(file);
    movie.walk(0, file.size(), 0);
    movie.write(to);
  }

  private void walk(long from, long to, int depth) throws IOException, CannotClean {
    if (depth > 8) {
      throw new CannotClean();
    }
    for (var box : Boxes.in(file, from, to)) {
      if (box.type().equals("cmov")) {
        throw new CannotClean(); // a packed table of contents
      } else if (box.type().equals("dref")) {
        requireWithin(box);
      } else if (TELLING.contains(box.type())) {
        empty(box);
      } else if (box.type().equals("trak") && !isSeenOrHeard(box)) {
        forgetSamples(box);
        empty(box);
      } else if (TIMED.contains(box.type())) {
        forgetTimes(box);
      } else if (GROUPS.contains(box.type())) {
        walk(box.body(), box.end(), depth + 1);
      }
    }
  }

  /** Pictures and sound lie in this file, not at an address that a player would ask. */
  private void requireWithin(Boxes.Box references) throws IOException, CannotClean {
    if (references.end() - references.body() < 8) {
      throw new CannotClean();
    }
    for (var one : Boxes.in(file, references.body() + 8, references.end())) {
      var flags = file.bytes(one.body(), 4);
      if (one.end() - one.body() < 4 || (flags[3] & 1) == 0) {
        throw new CannotClean();
      }
    }
  }

  private void empty(Boxes.Box box) {
    patches.add(new Patch(box.at() + 4, 4, new byte[] {'f', 'r', 'e', 'e'}));
    patches.add(new Patch(box.body(), box.end() - box.body(), null));
  }

  private void forgetTimes(Boxes.Box box) throws IOException {
    var version = file.bytes(box.body(), 1);
    var length = version.length == 1 && version[0] == 1 ? 16 : 8;
    patches.add(new Patch(box.body() + 4, Math.min(length, box.end() - box.body() - 4), null));
  }

  private boolean isSeenOrHeard(Boxes.Box track) throws IOException, CannotClean {
    var handler = within(track, "mdia", "hdlr");
    return SEEN_OR_HEARD.contains(Marks.type(whole(handler, 12), 8));
  }

  private Boxes.Box within(Boxes.Box box, String... path) throws IOException, CannotClean {
    var found = box;
    for (var type : path) {
      found =
          Boxes.in(file, found.body(), found.end()).stream()
              .filter(b -> b.type().equals(type))
              .findFirst()
              .orElseThrow(CannotClean::new);
    }
    return found;
  }

  private byte[] whole(Boxes.Box box, int least) throws IOException, CannotClean {
    var length = box.end() - box.body();
    if (length < least || length > 16L * 1024 * 1024) {
      throw new CannotClean();
    }
    return file.bytes(box.body(), (int) length);
  }

  /** What a track says lies elsewhere, in chunks: their places and lengths are in its tables. */
  private void forgetSamples(Boxes.Box track) throws IOException, CannotClean {
    var table = within(track, "mdia", "minf", "stbl");
    var offsets = offsets(table);
    var sizes = whole(within(table, "stsz"), 12);
    var groups = whole(within(table, "stsc"), 8);
    var each = Marks.big32(sizes, 4);
    var samples = Marks.big32(sizes, 8);
    var runs = Marks.big32(groups, 4);
    if (samples > MOST_SAMPLES
        || each == 0 && sizes.length < 12 + 4 * samples
        || groups.length < 8 + 12 * runs) {
      throw new CannotClean();
    }
    long sample = 0;
    var run = 0;
    long perChunk = 0;
    for (var chunk = 0; chunk < offsets.length; chunk++) {
      while (run < runs && Marks.big32(groups, 8 + 12 * run) == chunk + 1) {
        perChunk = Marks.big32(groups, 8 + 12 * run + 4);
        run++;
      }
      long length = 0;
      for (long i = 0; i < perChunk && sample < samples; i++, sample++) {
        length += each != 0 ? each : Marks.big32(sizes, (int) (12 + 4 * sample));
      }
      if (offsets[chunk] < 0 || length < 0 || offsets[chunk] + length > file.size()) {
        throw new CannotClean();
      }
      patches.add(new Patch(offsets[chunk], length, null));
    }
    if (sample < samples) {
      throw new CannotClean();
    }
  }

  private long[] offsets(Boxes.Box table) throws IOException, CannotClean {
    var wide =
        Boxes.in(file, table.body(), table.end()).stream().anyMatch(b -> b.type().equals("co64"));
    var bytes = whole(within(table, wide ? "co64" : "stco"), 8);
    var count = Marks.big32(bytes, 4);
    var width = wide ? 8 : 4;
    if (count > MOST_SAMPLES || bytes.length < 8 + width * count) {
      throw new CannotClean();
    }
    var offsets = new long[(int) count];
    for (var i = 0; i < offsets.length; i++) {
      offsets[i] = wide ? Marks.big64(bytes, 8 + 8 * i) : Marks.big32(bytes, 8 + 4 * i);
    }
    return offsets;
  }

  private void write(OutputStream to) throws IOException {
    var inOrder =
        patches.stream()
            .filter(p -> p.length() > 0)
            .sorted(Comparator.comparingLong(Patch::at))
            .toList();
    // a chunk may lie within a box that is emptied, or before one that began earlier
    var open = new ArrayList<Patch>();
    var next = 0;
    for (long at = 0; at < file.size(); at += BUFFER) {
      var bytes = file.bytes(at, BUFFER);
      var end = at + bytes.length;
      while (next < inOrder.size() && inOrder.get(next).at() < end) {
        open.add(inOrder.get(next++));
      }
      for (var patch : open) {
        apply(patch, bytes, at);
      }
      open.removeIf(patch -> patch.at() + patch.length() <= end);
      to.write(bytes);
    }
  }

  private static void apply(Patch patch, byte[] bytes, long at) {
    var from = Math.max(patch.at(), at);
    var to = Math.min(patch.at() + patch.length(), at + bytes.length);
    for (var i = from; i < to; i++) {
      bytes[(int) (i - at)] = patch.with() == null ? 0 : patch.with()[(int) (i - patch.at())];
    }
  }
}
