package org.isonomia.referral.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * The words of one data category as they were when it was handed over; later changes of the case do
 * not reach them.
 */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.REPORTER, About.RESPONDENT},
    category = {Category.CONTENT})
@Entity
@Table(name = "referral_shared_words")
public class SharedWords {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  private String category;

  @Column(name = "words_sealed")
  private Sealed words;

  protected SharedWords() {}

  SharedWords(Referral referral, String category, Sealed words) {
    this.referral = referral;
    this.category = category;
    this.words = words;
  }

  public String category() {
    return category;
  }

  public Sealed words() {
    return words;
  }
}
