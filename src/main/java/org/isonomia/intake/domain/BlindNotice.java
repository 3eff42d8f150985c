package org.isonomia.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * An e-mail address for one sentence: there is news. One mail goes when something new lies in the
 * mailbox, and no other until it was opened.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER},
    category = {Category.CONTACT})
@Entity
@Table(name = "intake_blind_notice")
public class BlindNotice {
  /** So often a server may refuse one mail; then the next news tries again. */
  static final int MOST_TRIES = 5;

  private static final Duration AGAIN_AFTER = Duration.ofHours(1);

  /** No server takes longer to answer. */
  private static final Duration SENDING_LASTS = Duration.ofMinutes(10);

  @Id private String number;

  private String token;
  private String language;

  @Column(name = "address_sealed")
  private Sealed address;

  private boolean news;
  private boolean told;
  private int mails;
  private int tries;

  @Column(name = "next_at")
  private Instant nextAt;

  protected BlindNotice() {}

  /**
   * @param address sealed for the notifier under (token, "email")
   */
  private BlindNotice(
      CaseNumber number, String token, String language, Sealed address, Instant now) {
    this.number = number.value();
    this.token = token;
    this.language = language;
    this.address = address;
    this.nextAt = now;
  }

  /** A name for its mails that names no case. */
  public static String makeToken() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  public static BlindNotice of(
      CaseNumber number, String token, String language, Sealed address, Instant now) {
    return new BlindNotice(number, token, language, address, now);
  }

  /** Whether its mail is to go now, and nobody is sending it. */
  public boolean isDue(Instant now) {
    return news && !told && !nextAt.isAfter(now);
  }

  /** Somebody sends it now; if that breaks off, it is due again later. */
  public void claim(Instant now) {
    nextAt = now.plus(SENDING_LASTS);
  }

  /**
   * A mail has gone: no other one until the mailbox was opened. If it was opened meanwhile, what is
   * new from then on is told again.
   */
  public void sent() {
    told = news;
    news = false;
    mails++;
    tries = 0;
  }

  /** The server did not take it. */
  public void refused(Instant now) {
    tries++;
    nextAt = now.plus(AGAIN_AFTER);
    if (tries >= MOST_TRIES) {
      news = false;
      tries = 0;
    }
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public String token() {
    return token;
  }

  public String language() {
    return language;
  }

  public Sealed address() {
    return address;
  }

  public boolean hasNews() {
    return news;
  }

  /** Key of the next mail: the same until it has gone. */
  public String mailKey() {
    return mailsName() + "/" + (mails + 1);
  }

  /** What the keys of its mails begin with; it stands in no other table. */
  public String mailsName() {
    return "notice-" + token;
  }
}
