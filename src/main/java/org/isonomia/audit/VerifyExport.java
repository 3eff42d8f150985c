package org.isonomia.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command {@code verify-audit <file> [--head [<number>:]<hash>]… [--key <public key>]}: checks
 * an export without a database, on any machine. It answers 0 when everything holds, 1 when
 * something does not, 2 when it was called wrongly.
 */
public final class VerifyExport {
  private static final int HOLDS = 0;
  private static final int DOES_NOT = 1;
  private static final int CALLED_WRONGLY = 2;
  private static final Pattern HEAD = Pattern.compile("(?:(\\d{1,18}):)?([0-9a-fA-F]{64})");
  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
  private static final String USAGE =
      "Usage: java -jar isonomia.jar verify-audit <file> [--head [<number>:]<hash>]..."
          + " [--key <public key>]";

  /** A head that somebody outside the house has kept; -1 for one without its number. */
  private record Known(long seq, byte[] hash) {}

  private final PrintStream out;
  private final Clock clock;
  private final List<Known> known = new ArrayList<>();
  private Path file;
  private byte[] key;
  private boolean part;

  private VerifyExport(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Runs the command and gives its exit code. */
  public static int run(List<String> arguments, PrintStream out) {
    return run(arguments, out, Clock.systemUTC());
  }

  static int run(List<String> arguments, PrintStream out, Clock clock) {
    var command = new VerifyExport(out, clock);
    if (!command.understand(arguments)) {
      out.println(USAGE);
      return CALLED_WRONGLY;
    }
    try {
      return command.verify();
    } catch (IOException e) {
      out.println("The file cannot be read: " + command.file);
      return CALLED_WRONGLY;
    }
  }

  private boolean understand(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      var word = arguments.get(i);
      if (word.equals("--head") && i + 1 < arguments.size()) {
        var head = HEAD.matcher(arguments.get(++i));
        if (!head.matches()) {
          return false;
        }
        known.add(
            new Known(
                head.group(1) == null ? -1 : Long.parseLong(head.group(1)),
                HexFormat.of().parseHex(head.group(2))));
      } else if (word.equals("--key") && i + 1 < arguments.size()) {
        var text = arguments.get(++i);
        if (!KEY.matcher(text).matches()) {
          return false;
        }
        key = HexFormat.of().parseHex(text);
      } else if (file == null && !word.startsWith("--")) {
        file = Path.of(word);
      } else {
        return false;
      }
    }
    return file != null;
  }

  private int verify() throws IOException {
    Verification chain = null;
    var heads = new ArrayList<Head>();
    byte[] keyOfFile = null;
    boolean ended = false;
    long number = 0;
    try (var lines = Files.newBufferedReader(file)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        var line = ExportLine.read(text);
        switch (line.type() == null ? "" : line.type()) {
          case "opening" -> {
            if (chain != null) {
              throw new IllegalArgumentException("a second beginning");
            }
            chain = new Verification(line.number("seqBefore"), line.bytes("hashBefore"));
            keyOfFile = line.bytes("publicKey");
            part = line.text("part") != null;
            for (var head : known) {
              if (head.seq() < 0) {
                chain.watch(head.hash());
              } else {
                chain.watch(head.seq());
              }
            }
          }
          case "release" -> {
            var release = line.release();
            chain(chain).released(release, key == null ? keyOfFile : key, clock.instant());
            out.println(
                "May go, the house has signed: %s of %s, %d records, kept %d months"
                    .formatted(
                        release.kind(), release.month(), release.records(), release.months()));
          }
          case "dropped" -> {
            chain(chain).dropped(line.text("month"), line.text("kind"));
            out.println(
                "Dropped after its class, says the house: %s of %s, %d records, on %s"
                    .formatted(
                        line.text("kind"),
                        line.text("month"),
                        line.number("records"),
                        line.text("at")));
          }
          case "head" -> {
            heads.add(line.head());
            chain(chain).watch(line.number("seq"));
          }
          case "record" -> chain(chain).link(line.link(), line.record());
          case "end" -> ended = true;
          default -> throw new IllegalArgumentException("an unknown kind of line");
        }
      }
      chain(chain);
    } catch (RuntimeException unreadable) {
      out.println("Line " + number + " is no line of an export.");
      out.println("DOES NOT HOLD");
      return DOES_NOT;
    }
    if (!ended) {
      chain.note(Verification.Fault.CUT_OFF, chain.last());
    }
    chain.end();
    judge(chain, heads, key == null ? keyOfFile : key);
    return tell(chain, keyOfFile);
  }

  private static Verification chain(Verification begun) {
    if (begun == null) {
      throw new IllegalArgumentException("no beginning");
    }
    return begun;
  }

  private void judge(Verification chain, List<Head> heads, byte[] signedBy) {
    if (part) {
      out.println(
          "This is a part: it begins at " + chain.first() + ", what stands before is not in it.");
    } else {
      chain.beginsWhole();
    }
    heads.forEach(head -> chain.head(head, signedBy));
    if (part && heads.stream().noneMatch(head -> head.isSignedBy(signedBy))) {
      out.println("No signed head lies in this part: compare its end with a head from a mail.");
    }
    for (var head : known) {
      if (head.seq() < 0) {
        chain.head(head.hash());
      } else if (chain.isWithin(head.seq())) {
        chain.head(head.seq(), head.hash());
      } else if (!chain.isComparedBefore(head.seq(), head.hash())) {
        out.println("Head " + head.seq() + " lies before this file and was not compared.");
      }
    }
  }

  private int tell(Verification chain, byte[] keyOfFile) {
    for (var finding : chain.findings()) {
      out.println(words(finding.fault()) + " at " + finding.at());
    }
    out.println(
        "%d places, %d to %d; %d records dropped after their class"
            .formatted(chain.links(), chain.first(), chain.last(), chain.goneByClass()));
    out.println("The chain ends with " + HexFormat.of().formatHex(chain.hash()));
    if (key == null) {
      out.println(
          "Signatures were checked with the key in the file, "
              + HexFormat.of().formatHex(keyOfFile)
              + ": compare it with the one you were given.");
    }
    out.println(chain.holds() ? "HOLDS" : "DOES NOT HOLD: " + chain.found() + " findings");
    return chain.holds() ? HOLDS : DOES_NOT;
  }

  private static String words(Verification.Fault fault) {
    return switch (fault) {
      case CHANGED -> "CHANGED: the record is not the one that was sealed,";
      case MISSING -> "MISSING: nothing is there";
      case REORDERED -> "REORDERED: out of its order,";
      case BROKEN -> "BROKEN: does not follow from what stands before,";
      case CUT_OFF -> "CUT OFF: the chain went on;";
      case OTHER_CHAIN -> "OTHER CHAIN: not the hash that the head names,";
      case SIGNATURE -> "SIGNATURE: the head is not signed by this key,";
      case SLIPPED_IN -> "SLIPPED IN: a record behind the chain,";
      case DROPPED_EARLY -> "DROPPED EARLY: records went before their time,";
      case DROPPED_IN_PART -> "DROPPED IN PART: not all is gone, or not as much as was signed,";
    };
  }
}
