package org.isonomia.post.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * One mail that has gone. Of a mail that a server took only the fact is kept; address and words
 * stay in the demo city alone, where the box can be looked at.
 */
@Personal(
    purpose = Purpose.MAIL,
    about = {About.STAFF, About.PARTNER},
    category = {Category.CONTACT, Category.CONTENT})
@Entity
@Table(name = "post_mail")
public class Mail {
  public enum State {
    /** A mail server took it. */
    SENT,
    /** It lies in the box of the demo city. */
    KEPT
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @Column(name = "mail_key")
  private String key;

  private String template;
  private String language;
  private String state;

  @Column(name = "address_sealed")
  private Sealed address;

  @Column(name = "subject_sealed")
  private Sealed subject;

  @Column(name = "body_sealed")
  private Sealed body;

  private Instant at;

  protected Mail() {}

  private Mail(String key, String template, String language, State state, Instant at) {
    this.key = key;
    this.template = template;
    this.language = language;
    this.state = state.name();
    this.at = at;
  }

  public static Mail sent(String key, String template, String language, Instant at) {
    return new Mail(key, template, language, State.SENT, at);
  }

  /** All three sealed under (key, their name). */
  public static Mail kept(
      String key,
      String template,
      String language,
      Sealed address,
      Sealed subject,
      Sealed body,
      Instant at) {
    var mail = new Mail(key, template, language, State.KEPT, at);
    mail.address = address;
    mail.subject = subject;
    mail.body = body;
    return mail;
  }

  public long id() {
    return id;
  }

  public String key() {
    return key;
  }

  public String language() {
    return language;
  }

  public Sealed address() {
    return address;
  }

  public Sealed subject() {
    return subject;
  }

  public Sealed body() {
    return body;
  }

  public Instant at() {
    return at;
  }
}
