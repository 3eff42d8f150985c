package org.isonomia.referral.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.referral.ReferralNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * The reporter tells one partner their name, and perhaps how to be reached. It is a subject of its
 * own ({@link #subject}) that opens for the partner and for whoever opens the identity of the case:
 * for an anonymous reporter that is the reporter alone. It can be taken back, and told anew.
 */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.REPORTER},
    category = {Category.IDENTITY, Category.CONTACT})
@Entity
@Table(name = "referral_told_name")
public class ToldName {
  @Id
  @Column(name = "referral_id")
  private long referralId;

  @Column(name = "name_sealed")
  private Sealed name;

  @Column(name = "contact_sealed")
  private Sealed contact;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "taken_back_at")
  private Instant takenBackAt;

  @Column(name = "to_institution")
  private boolean toInstitution;

  @Column(name = "link_issue")
  private int linkIssue;

  @Version private long version;

  protected ToldName() {}

  /**
   * @param toInstitution whether it was wrapped for the institution's own key too
   */
  public ToldName(
      Referral referral, Sealed name, Sealed contact, boolean toInstitution, Instant at) {
    this.referralId = referral.id();
    tellAnew(referral, name, contact, toInstitution, at);
  }

  /** What its keys belong to. */
  public static String subject(ReferralNumber number) {
    return number.value() + "/identity";
  }

  /** Other words, or a partner whose link was replaced. */
  public void tellAnew(
      Referral referral, Sealed name, Sealed contact, boolean toInstitution, Instant at) {
    this.name = name;
    this.contact = contact;
    this.toInstitution = toInstitution;
    this.linkIssue = referral.linkIssue();
    this.toldAt = at;
    this.takenBackAt = null;
  }

  /** From now on the partner does not read it any more. */
  public void takeBack(Instant at) {
    if (takenBackAt == null) {
      takenBackAt = at;
    }
  }

  /**
   * Whether the partner can read it: not once it was taken back, and not with a link that is newer
   * than it.
   */
  public boolean isReadBy(Referral referral) {
    return takenBackAt == null
        && referral.status().isReadByPartner()
        && (toInstitution || linkIssue == referral.linkIssue());
  }

  public Sealed name() {
    return name;
  }

  /** How to be reached; {@code null} when it was not said. */
  public Sealed contact() {
    return contact;
  }

  public Instant toldAt() {
    return toldAt;
  }

  /** {@code null} while it stands. */
  public Instant takenBackAt() {
    return takenBackAt;
  }
}
