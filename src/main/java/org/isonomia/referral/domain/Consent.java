package org.isonomia.referral.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Set;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Problem;

/**
 * The consent to disclose: to one recipient, for these data categories and no others, in the
 * language it was asked in. Consent to process the report is something else and lies with the
 * report. Where the law orders the disclosure there is its basis instead (art. 304 §2 KPK, art. 231
 * KPA).
 */
@Embeddable
public class Consent {
  public enum Status {
    PENDING,
    GIVEN,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    NOT_REQUIRED_LAW
  }

  @Column(name = "consent_status")
  private String status;

  @Column(name = "consent_recipient")
  private long recipient;

  @Column(name = "consent_categories")
  @Convert(converter = CodesColumn.class)
  private Set<String> categories = Set.of();

  @Column(name = "consent_language")
  private String language;

  @Column(name = "consent_basis_sealed")
  private Sealed legalBasis;

  @Column(name = "consent_since")
  private Instant since;

  protected Consent() {}

  /**
   * @param recipient key of the institution
   * @param language tag of the language the reporter reads
   * @param legalBasis sealed under (referral number, "legalBasis"); {@code null} unless the law
   *     orders it
   */
  public Consent(
      Status status,
      long recipient,
      Set<String> categories,
      String language,
      Sealed legalBasis,
      Instant since) {
    if ((status == Status.NOT_REQUIRED_LAW) != (legalBasis != null)) {
      throw new IllegalArgumentException("a legal basis stands exactly where no consent is needed");
    }
    this.status = status.name();
    this.recipient = recipient;
    this.categories = Set.copyOf(categories);
    this.language = language;
    this.legalBasis = legalBasis;
    this.since = since;
  }

  /**
   * Whether it allows this recipient to read all of these. Anything added later needs a new
   * consent.
   */
  public boolean covers(long institution, Set<String> shared) {
    var allowed = status() == Status.GIVEN || status() == Status.NOT_REQUIRED_LAW;
    return allowed && recipient == institution && categories.containsAll(shared);
  }

  /**
   * The same consent with an answer of another day.
   *
   * @throws Problem conflict "consent-ordered-by-law": where the law orders the disclosure nobody
   *     was asked, so nobody can answer or take an answer back
   */
  Consent becoming(Status next, Instant at) {
    if (status() == Status.NOT_REQUIRED_LAW) {
      throw Problem.conflict("consent-ordered-by-law");
    }
    return new Consent(next, recipient, categories, language, legalBasis, at);
  }

  public Status status() {
    return Status.valueOf(status);
  }

  public long recipient() {
    return recipient;
  }

  public Set<String> categories() {
    return categories;
  }

  public String language() {
    return language;
  }

  public Sealed legalBasis() {
    return legalBasis;
  }

  public Instant since() {
    return since;
  }
}
