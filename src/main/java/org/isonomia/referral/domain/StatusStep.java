package org.isonomia.referral.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** When a referral became what. */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.ACTS})
@Entity
@Table(name = "referral_status_step")
public class StatusStep {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  private String status;
  private Instant at;

  protected StatusStep() {}

  StatusStep(Referral referral, ReferralStatus status, Instant at) {
    this.referral = referral;
    this.status = status.name();
    this.at = at;
  }

  public ReferralStatus status() {
    return ReferralStatus.valueOf(status);
  }

  public Instant at() {
    return at;
  }
}
