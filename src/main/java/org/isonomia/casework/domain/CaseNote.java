package org.isonomia.casework.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A note for the file, read by those who handle the case; never changed. */
@Personal(
    purpose = Purpose.CASES,
    about = {About.REPORTER, About.RESPONDENT, About.STAFF},
    category = {Category.CONTENT, Category.ACTS})
@Entity
@Table(name = "casework_note")
public class CaseNote {
  /** Why a formal matter was left without examination. */
  public static final String LEFT_UNEXAMINED = "LEFT_UNEXAMINED";

  /** The reporter has told behind the receipt that there is danger now; no account wrote it. */
  public static final String DANGER_TOLD = "DANGER_TOLD";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "case_id")
  private Case of;

  private String kind;

  @Column(name = "text_sealed")
  private Sealed text;

  @Column(name = "by_account")
  private Long by;

  private Instant at;

  protected CaseNote() {}

  CaseNote(Case of, String kind, Sealed text, Long by, Instant at) {
    this.of = of;
    this.kind = kind;
    this.text = text;
    this.by = by;
    this.at = at;
  }

  /**
   * Which step it was written at: NOTE, ASSESSMENT, RETALIATION, ESCALATION, {@link
   * #LEFT_UNEXAMINED}, {@link #DANGER_TOLD}.
   */
  public String kind() {
    return kind;
  }

  /** Sealed under (case number, "note"). */
  public Sealed text() {
    return text;
  }

  /** The account that wrote it; {@code null} where the reporter was the cause. */
  public Long by() {
    return by;
  }

  public Instant at() {
    return at;
  }
}
