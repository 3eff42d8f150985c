package org.isonomia.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * The sentence that opens somebody's vault and signs nobody in: for people who have no password
 * here. It is kept as a password is: one part recognises it, another opens and is stored nowhere.
 */
@Entity
@Personal(
    purpose = Purpose.STAFF,
    about = {About.STAFF, About.PARTNER},
    category = {Category.SECRETS})
@Table(name = "access_vault_phrase")
public class VaultPhrase {
  static final int FEWEST_LETTERS = 16;
  static final int FEWEST_WORDS = 5;
  static final int LONGEST = 200;
  private static final int GROUPS = 6;
  private static final int LETTERS = 4;

  /** Nothing that is taken for something else when read aloud or from paper. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(name = "phrase_hash")
  private String phraseHash;

  private Instant since;

  protected VaultPhrase() {}

  public VaultPhrase(long accountId, String phraseHash, Instant since) {
    this.accountId = accountId;
    this.phraseHash = phraseHash;
    this.since = since;
  }

  public void change(String hash, Instant now) {
    this.phraseHash = hash;
    this.since = now;
  }

  public String phraseHash() {
    return phraseHash;
  }

  /** Blanks between words and the way an accent is encoded do not matter; letters do. */
  public static String plain(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /**
   * @param plain as {@link #plain} gives it
   */
  public static boolean isLongEnough(String plain) {
    return plain.length() <= LONGEST
        && (plain.length() >= FEWEST_LETTERS
            || plain.split(" ").length >= FEWEST_WORDS && plain.length() >= 2 * FEWEST_WORDS - 1);
  }

  /** One that nobody guesses: 118 bits, in groups. */
  public static String propose() {
    var phrase = new StringBuilder();
    for (var i = 0; i < GROUPS * LETTERS; i++) {
      if (i > 0 && i % LETTERS == 0) {
        phrase.append(' ');
      }
      phrase.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return phrase.toString();
  }
}
