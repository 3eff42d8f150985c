package org.isonomia.referral.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** The secret of a link that has not been mailed yet. It ends when the mail was taken. */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.SECRETS})
@Entity
@Table(name = "referral_link_waiting")
public class WaitingLink {
  @Id
  @Column(name = "referral_id")
  private long referralId;

  @Column(name = "link_issue")
  private int linkIssue;

  @Column(name = "secret_sealed")
  private Sealed secret;

  protected WaitingLink() {}

  /**
   * @param secret sealed for the house under (referral number, "link")
   */
  public WaitingLink(long referralId, int linkIssue, Sealed secret) {
    this.referralId = referralId;
    this.linkIssue = linkIssue;
    this.secret = secret;
  }

  public int linkIssue() {
    return linkIssue;
  }

  public Sealed secret() {
    return secret;
  }
}
