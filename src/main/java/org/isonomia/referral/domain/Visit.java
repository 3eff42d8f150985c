package org.isonomia.referral.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** Somebody has typed the right PIN: a short visit to one referral, under one link. Real time. */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.SECRETS})
@Entity
@Table(name = "referral_visit")
public class Visit {
  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "referral_id")
  private long referralId;

  @Column(name = "link_issue")
  private int linkIssue;

  @Column(name = "opened_sealed")
  private Sealed opened;

  @Column(name = "link_pair_sealed")
  private Sealed linkPair;

  @Column(name = "ends_at")
  private Instant endsAt;

  protected Visit() {}

  /**
   * @param opened what the PIN opened, sealed under the token; {@code null} once access has ended
   * @param linkPair the link's private key, sealed under the token; {@code null} likewise
   */
  public Visit(
      String tokenHash, Referral referral, Sealed opened, Sealed linkPair, Instant endsAt) {
    this.tokenHash = tokenHash;
    this.referralId = referral.id();
    this.linkIssue = referral.linkIssue();
    this.opened = opened;
    this.linkPair = linkPair;
    this.endsAt = endsAt;
  }

  /** Whether it opens this referral now. A new link ends the visits of the old one. */
  public boolean opens(Referral referral, Instant realNow) {
    return referralId == referral.id()
        && linkIssue == referral.linkIssue()
        && realNow.isBefore(endsAt);
  }

  public Sealed opened() {
    return opened;
  }

  public Sealed linkPair() {
    return linkPair;
  }
}
