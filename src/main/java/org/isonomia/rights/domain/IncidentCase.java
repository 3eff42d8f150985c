package org.isonomia.rights.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/** A case that a breach could have exposed, or did, and whether its reporter was told. */
@Personal(
    purpose = Purpose.PROOF,
    about = {About.REPORTER, About.STAFF},
    category = {Category.CODES, Category.ACTS})
@Entity
@Table(name = "rights_incident_case")
public class IncidentCase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  private Long id;

  private String incident;

  @Column(name = "case_number")
  private String number;

  private boolean could;
  private boolean did;
  private boolean chosen;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "told_by")
  private Long toldBy;

  @Version private long version;

  protected IncidentCase() {}

  public IncidentCase(String incident, CaseNumber number, boolean could, boolean did) {
    this.incident = incident;
    this.number = number.value();
    this.could = could;
    this.did = did;
  }

  /** Whether its reporter is to be told; who was told stays told. */
  public void choose(boolean toTell) {
    chosen = toTell || toldAt != null;
  }

  public void told(long by, Instant at) {
    toldBy = by;
    toldAt = at;
  }

  public CaseNumber number() {
    return new CaseNumber(number);
  }

  public boolean could() {
    return could;
  }

  public boolean did() {
    return did;
  }

  public boolean chosen() {
    return chosen;
  }

  public Instant toldAt() {
    return toldAt;
  }
}
