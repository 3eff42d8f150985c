package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A report that is being written, and the receipt it will have. Found by the hash of a random
 * cookie and locked under the cookie itself, so that nobody in the house can read it. Who leaves it
 * for another day gets a code, and the cookie's value is sealed under the code; left with it, it is
 * found by the code alone, and what the code opens gets another cookie. Once filed it holds no
 * answers any more, only the receipt, for half an hour: a double click or a lost connection shows
 * the same receipt. Its times are real time.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CONTENT, Category.IDENTITY, Category.CONTACT, Category.SECRETS})
@Entity
@Table(name = "intake_draft")
public class Draft {
  /** How long an unfinished report is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** How long the receipt of a filed one is shown again. */
  public static final Duration SHOWN = Duration.ofMinutes(30);

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "answers_sealed")
  private Sealed answers;

  @Column(name = "receipt_sealed")
  private Sealed receipt;

  private String number;

  /** Version of the questions it was begun with. */
  private String questionnaire;

  /** By this a draft is found with its code; opens nothing. */
  @Column(name = "code_index")
  private String codeIndex;

  /** The token, opened by the code only. */
  @Column(name = "token_sealed")
  private Sealed token;

  /** The code, opened by the token: the browser that asked for it sees it again after a reload. */
  @Column(name = "code_sealed")
  private Sealed code;

  /** Signature of the time it was begun, so that nobody seems slower than they were. */
  @Column(name = "created_signed")
  private String createdSigned;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Version private long version;

  protected Draft() {}

  /**
   * @param questionnaire version of the questions it is begun with
   * @param begun real time
   * @param signed signature of that time
   */
  public Draft(
      String tokenHash,
      Sealed answers,
      Sealed receipt,
      String questionnaire,
      Instant begun,
      Instant now,
      String signed) {
    this.tokenHash = tokenHash;
    this.answers = answers;
    this.receipt = receipt;
    this.questionnaire = questionnaire;
    this.createdAt = begun;
    this.createdSigned = signed;
    this.expiresAt = now.plus(KEPT);
  }

  public void keep(Sealed answers, Instant now) {
    this.answers = answers;
    this.expiresAt = now.plus(KEPT);
  }

  public void becomeFiled(CaseNumber filed, Sealed nothing, Instant now) {
    this.number = filed.value();
    this.answers = nothing;
    this.codeIndex = null; // the receipt leads back from now on
    this.token = null;
    this.code = null;
    this.expiresAt = now.plus(SHOWN);
  }

  /**
   * From now on a code leads here, too; one that did before ends.
   *
   * @param token opened by the code only
   * @param code opened by the token only
   */
  public void leadHere(String codeIndex, Sealed token, Sealed code) {
    this.codeIndex = codeIndex;
    this.token = token;
    this.code = code;
  }

  /** The same, sealed under another token. */
  public void reseal(Sealed answers, Sealed receipt, String signed) {
    this.answers = answers;
    this.receipt = receipt;
    this.createdSigned = signed;
  }

  public boolean hasCode() {
    return codeIndex != null;
  }

  /** {@code null} where none was made. */
  public Sealed code() {
    return code;
  }

  public Sealed token() {
    return token;
  }

  public String questionnaire() {
    return questionnaire;
  }

  public String createdSigned() {
    return createdSigned;
  }

  public boolean isFiled() {
    return number != null;
  }

  public CaseNumber number() {
    return number == null ? null : new CaseNumber(number);
  }

  public String tokenHash() {
    return tokenHash;
  }

  public Sealed answers() {
    return answers;
  }

  public Sealed receipt() {
    return receipt;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
