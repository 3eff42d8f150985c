package org.isonomia.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.partner.domain.Institutions;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** Somebody made sure of an institution's contacts and capacity. */
@ApplicationScoped
@Transactional
public class EditInstitution {
  /** How much work an institution can take now. */
  public static final Set<String> CAPACITIES = Set.of("OPEN", "LIMITED", "FULL");

  // The server that takes the mail has the last word; this only catches slips of the finger and
  // header injection.
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>()\",;:\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/-]{5,40}");
  private static final int LONGEST_EMAIL = 254;

  /**
   * @param version the version the form was filled from
   * @param email blank when none is known
   * @param phone blank when none is known
   */
  public record Command(String code, long version, String email, String phone, String capacity) {}

  @Inject Institutions institutions;
  @Inject Vault vault;
  @Inject AppClock clock;

  /** For the form: who may not do it is not asked about it. */
  @Allowed(value = Permission.EDIT_DIRECTORY, trace = Allowed.Trace.NONE)
  public void ask() {}

  /**
   * @throws Problem not-found; conflict "institution-changed" when somebody else was quicker;
   *     invalid with the fields
   */
  @Allowed(Permission.EDIT_DIRECTORY)
  public void handle(Command command) {
    var email = strip(command.email());
    var phone = strip(command.phone());
    var errors = new ArrayList<FieldError>();
    if (!email.isEmpty() && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
      errors.add(new FieldError("email", "partner.error.email"));
    }
    if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      errors.add(new FieldError("phone", "partner.error.phone"));
    }
    if (command.capacity() == null || !CAPACITIES.contains(command.capacity())) {
      errors.add(new FieldError("capacity", "partner.error.capacity"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("institution-invalid", errors);
    }
    var entry = institutions.get(command.code());
    if (entry.version() != command.version()) {
      throw Problem.conflict("institution-changed");
    }
    entry.assure(
        email.isEmpty() ? null : vault.sealForHouse(entry.code(), "email", email),
        phone.isEmpty() ? null : vault.sealForHouse(entry.code(), "phone", phone),
        command.capacity(),
        clock.today());
  }

  private static String strip(String text) {
    return text == null ? "" : text.strip();
  }
}
