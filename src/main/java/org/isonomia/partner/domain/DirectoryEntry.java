package org.isonomia.partner.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import org.isonomia.partner.Institution;
import org.isonomia.privacy.Sealed;
import org.isonomia.shared.CodesColumn;
import org.isonomia.shared.Personal;
import org.isonomia.shared.Personal.About;
import org.isonomia.shared.Personal.Category;
import org.isonomia.shared.Personal.Purpose;

/**
 * What the directory knows of one institution; a small part of the Open Referral model (HSDS). It
 * comes with the reference data, without contacts; the city fills contacts and capacity in and says
 * when somebody last made sure of them. It is never deleted, only retired, because referrals name
 * it.
 */
@Personal(
    purpose = Purpose.REFERRALS,
    about = {About.PARTNER},
    category = {Category.IDENTITY, Category.CONTACT})
@Entity
@Table(name = "partner_institution")
public class DirectoryEntry {
  /** Given by the reference data, so that it is the same in every city. */
  @Id private long id;

  private String code;
  private String name;
  private String kind;
  private String capacity;

  @Column(name = "email_sealed")
  private Sealed email;

  @Column(name = "phone_sealed")
  private Sealed phone;

  @Convert(converter = CodesColumn.class)
  private Set<String> languages = Set.of();

  @Convert(converter = CodesColumn.class)
  private Set<String> accessibility = Set.of();

  private boolean active;

  @Column(name = "assured_on")
  private LocalDate assuredOn;

  @Version private long version;

  protected DirectoryEntry() {}

  /**
   * Writes down what somebody has just made sure of.
   *
   * @param email sealed under (code, "email"), or {@code null} when none is known
   * @param phone sealed under (code, "phone"), or {@code null}
   */
  public void assure(Sealed email, Sealed phone, String capacity, LocalDate today) {
    this.email = email;
    this.phone = phone;
    this.capacity = capacity;
    this.assuredOn = today;
  }

  /** As other rooms see it. */
  public Institution institution() {
    return new Institution(id, code, name, kind, capacity, email != null);
  }

  public long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String kind() {
    return kind;
  }

  public String capacity() {
    return capacity;
  }

  public Sealed email() {
    return email;
  }

  public Sealed phone() {
    return phone;
  }

  public Set<String> languages() {
    return languages;
  }

  public Set<String> accessibility() {
    return accessibility;
  }

  public boolean isActive() {
    return active;
  }

  /** When somebody last made sure of contacts and capacity; {@code null} when nobody has yet. */
  public LocalDate assuredOn() {
    return assuredOn;
  }

  public long version() {
    return version;
  }
}
