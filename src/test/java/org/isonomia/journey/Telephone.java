package org.isonomia.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person's telephone that makes codes, and their codes on paper. The program takes each code
 * once, and codes of the step before and after: the telephone gives those three first, then paper.
 */
final class Telephone {
  private static final int SECONDS = 30;
  private static final int BEFORE_A_STEP_ENDS = 4;

  private final String letters;
  private final byte[] secret;
  private final Clock clock;
  private final Deque<String> paper = new ArrayDeque<>();
  private long lastStep;

  Telephone(String letters, Clock clock) {
    this.letters = letters.replace(" ", "");
    this.secret = decoded(this.letters);
    this.clock = clock;
  }

  /** Sets one up on the page that asks for it; the person is in afterwards. */
  static Telephone connected(Staff staff) throws IOException {
    return connected(staff, Clock.systemUTC());
  }

  static Telephone connected(Staff staff, Clock clock) throws IOException {
    var letters = staff.find("/sign-in/enrol-code", "([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})");
    var telephone = new Telephone(letters, clock);
    var page = staff.post("/sign-in/enrol-code", "code", telephone.next());
    assertThat(page.statusCode()).as("the first code").isEqualTo(200);
    Pattern.compile("<strong class=\"iso-fingerprint\">([A-Z2-9]{5}-[A-Z2-9]{5})</strong>")
        .matcher(page.body())
        .results()
        .forEach(code -> telephone.paper.add(code.group(1)));
    assertThat(telephone.paper).hasSize(10);
    return telephone;
  }

  /** A code that was not used yet. */
  String next() {
    var now = clock.instant().getEpochSecond();
    var present = now / SECONDS;
    // a code of the step before may be too old on arrival
    var first = now % SECONDS < SECONDS - BEFORE_A_STEP_ENDS ? present - 1 : present;
    var step = Math.max(first, lastStep + 1);
    if (step > present + 1) {
      return fromPaper();
    }
    lastStep = step;
    return at(step);
  }

  String fromPaper() {
    assertThat(paper).as("codes on paper that are left").isNotEmpty();
    return paper.poll();
  }

  /** The secret in letters, and the codes on paper that are left, as typed and as printed. */
  List<String> secrets() {
    return Stream.concat(
            Stream.of(letters), paper.stream().flatMap(c -> Stream.of(c, c.replace("-", ""))))
        .toList();
  }

  /** What the telephone showed so many seconds ago. */
  String secondsAgo(long seconds) {
    return at((clock.instant().getEpochSecond() - seconds) / SECONDS);
  }

  private String at(long step) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * SECONDS));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String letters) {
    var bytes = new ByteArrayOutputStream();
    int bits = 0;
    int buffer = 0;
    for (char letter : letters.toCharArray()) {
      buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits & 0xff);
      }
    }
    return bytes.toByteArray();
  }
}
