package org.isonomia.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How to reach a human of the office; settings of the city, the defaults are those of the invented
 * one.
 */
@ApplicationScoped
public class Contact {
  @Inject
  @ConfigProperty(name = "isonomia.contact.phone", defaultValue = "12 000 00 00")
  String phone;

  @Inject
  @ConfigProperty(name = "isonomia.contact.from", defaultValue = "8:00")
  String from;

  @Inject
  @ConfigProperty(name = "isonomia.contact.to", defaultValue = "16:00")
  String to;

  @Inject
  @ConfigProperty(
      name = "isonomia.contact.address",
      defaultValue = "pl. Wszystkich Świętych 3-4, 31-004 Kraków")
  String address;

  @Inject
  @ConfigProperty(name = "isonomia.contact.email", defaultValue = "rownosc@miasto.example")
  String email;

  @Inject
  @ConfigProperty(name = "isonomia.contact.dpo", defaultValue = "iod@miasto.example")
  String dataProtectionOfficer;

  /** Day of the accessibility declaration, ISO: the day of the release it speaks of. */
  @Inject
  @ConfigProperty(name = "isonomia.accessibility.declared", defaultValue = "2026-11-22")
  LocalDate declared;

  /** Day on which the site was published, ISO. */
  @Inject
  @ConfigProperty(name = "isonomia.accessibility.published", defaultValue = "2026-11-22")
  LocalDate published;

  /** Day of its last important change, and of the declaration's last review, ISO. */
  @Inject
  @ConfigProperty(name = "isonomia.accessibility.changed", defaultValue = "2026-11-22")
  LocalDate changed;

  public LocalDate published() {
    return published;
  }

  public LocalDate changed() {
    return changed;
  }

  public LocalDate declared() {
    return declared;
  }

  public String phone() {
    return phone;
  }

  /** For a link that calls: digits and plus only. */
  public String phoneDigits() {
    return phone.replaceAll("[^0-9+]", "");
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  public String address() {
    return address;
  }

  public String email() {
    return email;
  }

  public String dataProtectionOfficer() {
    return dataProtectionOfficer;
  }
}
