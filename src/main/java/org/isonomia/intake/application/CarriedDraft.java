package org.isonomia.intake.application;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.isonomia.intake.domain.Answers;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.UnderKey;

/**
 * The copy of a draft that a page of the form carries in a hidden field. In a flood of beginnings a
 * draft may have to make room while its author is still writing; with the copy the next Continue
 * brings everything back. It is sealed under the cookie, so that it ends with it (Exit, the end of
 * the browser), and signed by the house: nobody seems slower than they were.
 */
@ApplicationScoped
public class CarriedDraft {
  /** A page that lay open overnight still brings its answers back. */
  static final Duration LASTS = Duration.ofDays(1);

  /** A report with every field at its longest carries none: the page would grow too heavy. */
  static final int LARGEST = 90 * 1024;

  private static final String PURPOSE = "carried draft";

  @Inject HouseKey house;

  /**
   * @param questionnaire version of the questions
   * @param begun real time
   */
  record Carried(Answers answers, String questionnaire, Instant begun) {
    @Override
    public String toString() {
      return "Carried";
    }
  }

  /** For a hidden field; empty when it would be too large. Real time. */
  String carry(String token, Carried draft, Instant now) {
    var sealed = UnderKey.seal(token, PURPOSE, bytes(token, draft, now)).bytes();
    return sealed.length > LARGEST
        ? ""
        : Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** Empty when it is another browser's, was changed, or is too old. */
  Optional<Carried> open(String token, String carried, Instant now) {
    try {
      return UnderKey.open(
              token, PURPOSE, Sealed.ofBytes(Base64.getUrlDecoder().decode(carried.strip())))
          .flatMap(bytes -> read(token, bytes, now));
    } catch (IllegalArgumentException | IllegalStateException somethingElse) {
      return Optional.empty();
    }
  }

  private byte[] bytes(String token, Carried draft, Instant now) {
    try (var said = new ByteArrayOutputStream();
        var out = new DataOutputStream(said)) {
      out.writeLong(now.getEpochSecond());
      out.writeLong(draft.begun().getEpochSecond());
      out.writeInt(draft.begun().getNano());
      out.writeUTF(draft.questionnaire());
      out.write(draft.answers().toBytes());
      var signed = signature(token, said.toByteArray());
      said.writeBytes(signed.getBytes(US_ASCII));
      return said.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bearer could seal something else under their own cookie: only what we signed is read. */
  private Optional<Carried> read(String token, byte[] bytes, Instant now) {
    var length = bytes.length - 64;
    if (length <= 0) {
      return Optional.empty();
    }
    var said = java.util.Arrays.copyOf(bytes, length);
    var signed = new String(bytes, length, 64, US_ASCII);
    if (!MessageDigest.isEqual(signed.getBytes(UTF_8), signature(token, said).getBytes(UTF_8))) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(said))) {
      var carried = Instant.ofEpochSecond(in.readLong());
      var begun = Instant.ofEpochSecond(in.readLong(), in.readInt());
      var questionnaire = in.readUTF();
      return carried.plus(LASTS).isBefore(now)
          ? Optional.empty()
          : Optional.of(new Carried(Answers.ofBytes(in.readAllBytes()), questionnaire, begun));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String signature(String token, byte[] said) {
    return house.hash("carried", BearerToken.hash(token) + " " + BearerToken.sha256(said));
  }
}
