package org.isonomia.post.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A mail that did not go; gone when it goes. Neither its address nor its words are here. */
@Entity(name = "MailFailure")
@Personal(
    purpose = Purpose.MAIL,
    about = {About.PARTNER, About.STAFF},
    category = {Category.ACTS})
@Table(name = "post_failure")
public class Failure {
  private static final int LONGEST_CODE = 80;

  @Id
  @Column(name = "mail_key")
  private String key;

  private String template;
  private String code;
  private int times;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  protected Failure() {}

  public Failure(String key, String template, Instant at) {
    this.key = key;
    this.template = template;
    this.firstAt = at;
  }

  public void again(String why, Instant at) {
    code = why.length() > LONGEST_CODE ? why.substring(0, LONGEST_CODE) : why;
    times++;
    lastAt = at;
  }

  public String key() {
    return key;
  }

  public String template() {
    return template;
  }

  public String code() {
    return code;
  }

  public int times() {
    return times;
  }

  public Instant firstAt() {
    return firstAt;
  }

  public Instant lastAt() {
    return lastAt;
  }
}
