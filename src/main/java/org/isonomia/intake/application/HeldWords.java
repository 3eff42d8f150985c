package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.intake.domain.Answers;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;

/**
 * What a page behind the receipt carries in a hidden field from one request to the next: words that
 * wait because the visit has ended, an address that is shown once more before it is kept. Sealed by
 * the house and bound to the case and to what it is for: nobody reads it in the page, nobody makes
 * one, and it opens for no other case, also not on a telephone that several people use.
 */
@ApplicationScoped
public class HeldWords {
  /** What they are held for. */
  public enum For {
    /** The receipt is typed again. */
    RECEIPT,
    /** The address for news is looked at once more. */
    NEWS
  }

  /** A page that lay open overnight still gives its words back. */
  static final Duration LAST = Duration.ofDays(1);

  @Inject HouseKey house;

  /** Tells the pages of one case from those of another, and nothing else. */
  public String mark(CaseNumber number) {
    return house.hash("page of", number.value());
  }

  /**
   * For a hidden field. Real time.
   *
   * @param mark of the case
   */
  public String hold(For what, String mark, Map<String, List<String>> fields, Instant now) {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      out.writeLong(now.getEpochSecond());
      out.write(Answers.none().with(fields).toBytes());
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(house.seal(purpose(what, mark), bytes.toByteArray()).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when it is another case's, was changed, or is too old. Real time. */
  public Optional<Map<String, List<String>>> open(
      For what, CaseNumber number, String held, Instant now) {
    try {
      return house
          .open(
              purpose(what, mark(number)),
              Sealed.ofBytes(Base64.getUrlDecoder().decode(held.strip())))
          .flatMap(bytes -> read(bytes, now));
    } catch (IllegalArgumentException | IllegalStateException somethingElse) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, List<String>>> read(byte[] bytes, Instant now) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var since = Instant.ofEpochSecond(in.readLong());
      return since.plus(LAST).isBefore(now)
          ? Optional.empty()
          : Optional.of(Answers.ofBytes(in.readAllBytes()).values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String purpose(For what, String mark) {
    return "held words: " + what + " " + mark;
  }
}
