package org.isonomia.evidence.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * A file as it came, or a clean copy of one; its bytes lie in blocks. It is begun when the first
 * byte comes, is of no case while the report is being written, and of its case from then on.
 */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CODES})
@Entity
@Table(name = "evidence_content")
public class Content {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String number;

  @Column(name = "begun_at")
  private Instant begunAt;

  private long size;

  protected Content() {}

  /**
   * @param now real time
   */
  public Content(Instant now) {
    this.begunAt = now;
  }

  public long id() {
    return id;
  }

  public void end(long length) {
    this.size = length;
  }

  public CaseNumber number() {
    return number == null ? null : new CaseNumber(number);
  }
}
