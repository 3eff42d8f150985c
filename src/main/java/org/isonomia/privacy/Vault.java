package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import org.isonomia.shared.Problem;

/**
 * The one place where content becomes a {@link Sealed} value and is read again. Every call names
 * the subject (a case number, or another record's public key) and the field, and the value is bound
 * to both: moved to another row or column it does not open.
 *
 * <p>What belongs to a subject with keys ({@link Safes}) is sealed under them, and opens only on a
 * thread whose {@link Keyring} can open them. Names of staff, addresses of institutions and what is
 * public anyway are sealed for the house: under the secret of the installation, against somebody
 * who has the database alone.
 */
@ApplicationScoped
public class Vault {
  private static final byte PLAIN = 0;
  private static final byte HOUSE = 1;

  /** Far from those of {@link Algorithm}, which count up from 2. */
  private static final byte NOTIFIER = 64;

  @Inject Safes safes;
  @Inject HouseSecret house;
  @Inject Unsealed unsealed;

  /** Seals a text under the subject's CONTENT; {@code null} stays {@code null}. */
  public Sealed seal(String subject, String field, String text) {
    return seal(subject, Compartment.CONTENT, field, text);
  }

  /**
   * @throws Problem forbidden "sealed" when who acts cannot open the subject's keys
   */
  public Sealed seal(String subject, Compartment compartment, String field, String text) {
    return text == null ? null : sealBytes(subject, compartment, field, utf8(text));
  }

  public Sealed sealBytes(String subject, String field, byte[] content) {
    return sealBytes(subject, Compartment.CONTENT, field, content);
  }

  public Sealed sealBytes(String subject, Compartment compartment, String field, byte[] content) {
    requireBinding(subject, field);
    if (unsealed.isOn()) {
      return Sealed.of(PLAIN, content);
    }
    var algorithm = Algorithm.forNew();
    try {
      var sealed =
          safes
              .open(subject, compartment)
              .aead(compartment, algorithm)
              .encrypt(content, binding(subject, field));
      var rest = new byte[sealed.length + 1];
      rest[0] = compartment.code();
      System.arraycopy(sealed, 0, rest, 1, sealed.length);
      return Sealed.of(algorithm.form(), rest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a text; {@code null} stays {@code null}. */
  public String open(String subject, String field, Sealed sealed) {
    return sealed == null
        ? null
        : new String(openBytes(subject, field, sealed), StandardCharsets.UTF_8);
  }

  /**
   * Opens a text where the reader may have no key for it: {@code null} then. For lists, whose other
   * lines are readable.
   */
  public String openIfMine(String subject, String field, Sealed sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      return isMine(subject, sealed) ? open(subject, field, sealed) : null;
    } catch (IllegalStateException tampered) {
      // one line that somebody changed must not hide the others; its own page says what is wrong
      return null;
    }
  }

  private boolean isMine(String subject, Sealed sealed) {
    return unsealed.isOn() || safes.find(subject, compartment(sealed)).isPresent();
  }

  /**
   * @throws Problem forbidden "sealed" when who acts cannot open the subject's keys
   * @throws IllegalStateException when the value was changed or moved, or its form is unknown
   */
  public byte[] openBytes(String subject, String field, Sealed sealed) {
    requireBinding(subject, field);
    if (unsealed.isOn() && sealed.form() == PLAIN) {
      return sealed.rest();
    }
    var algorithm = Algorithm.of(sealed.form());
    var compartment = compartment(sealed);
    var rest = sealed.rest();
    var keys = safes.open(subject, compartment);
    try {
      return keys.aead(compartment, algorithm)
          .decrypt(java.util.Arrays.copyOfRange(rest, 1, rest.length), binding(subject, field));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value was changed or moved", e);
    }
  }

  /** Opens the keys of many subjects by one look into the tables, for a page that lists them. */
  public void prepare(Collection<String> subjects) {
    if (!unsealed.isOn()) {
      safes.openAll(subjects);
    }
  }

  /** Seals for the house; {@code null} stays {@code null}. */
  public Sealed sealForHouse(String subject, String field, String text) {
    if (text == null) {
      return null;
    }
    requireBinding(subject, field);
    try {
      return Sealed.of(HOUSE, houseAead().encrypt(utf8(text), binding(subject, field)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens what was sealed for the house; {@code null} stays {@code null}. */
  public String openForHouse(String subject, String field, Sealed sealed) {
    if (sealed == null) {
      return null;
    }
    requireBinding(subject, field);
    if (sealed.form() != HOUSE) {
      throw new IllegalStateException("this is not sealed for the house");
    }
    try {
      return new String(
          houseAead().decrypt(sealed.rest(), binding(subject, field)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value was changed or moved", e);
    }
  }

  /**
   * Seals for the notifier, under a key of its own: what it holds, no page opens.
   *
   * @param subject what it is bound to
   */
  public Sealed sealForNotifier(String subject, String field, String text) {
    requireBinding(subject, field);
    try {
      return Sealed.of(NOTIFIER, notifierAead().encrypt(utf8(text), binding(subject, field)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens what was sealed for the notifier; for the job that tells that there is news. */
  public String openForNotifier(String subject, String field, Sealed sealed) {
    requireBinding(subject, field);
    if (sealed.form() != NOTIFIER) {
      throw new IllegalStateException("this is not sealed for the notifier");
    }
    try {
      return new String(
          notifierAead().decrypt(sealed.rest(), binding(subject, field)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed value was changed or moved", e);
    }
  }

  private com.google.crypto.tink.Aead notifierAead() throws GeneralSecurityException {
    return Algorithm.AES_256_GCM.of(house.key("notifier"));
  }

  private com.google.crypto.tink.Aead houseAead() throws GeneralSecurityException {
    return Algorithm.AES_256_GCM.of(house.key("directory"));
  }

  private static Compartment compartment(Sealed sealed) {
    return Compartment.of(sealed.rest()[0]);
  }

  private static byte[] binding(String subject, String field) {
    return Bytes.label(subject, field);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void requireBinding(String subject, String field) {
    if (subject == null || subject.isBlank() || field == null || field.isBlank()) {
      throw new IllegalArgumentException("a sealed value needs its subject and field");
    }
  }
}
