package org.isonomia.retention.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Deed;
import org.isonomia.access.Permission;
import org.isonomia.privacy.Vault;
import org.isonomia.retention.domain.ClassChange;
import org.isonomia.retention.domain.Classes;
import org.isonomia.retention.domain.Ending;
import org.isonomia.retention.domain.RetentionClass;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/** The records manager corrects how long files of a kind are kept; what was before stays known. */
@ApplicationScoped
@Transactional
public class ChangeClass {
  private static final Pattern CATEGORY = Pattern.compile("A|BE?\\d{1,3}|BC");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}");
  private static final int LONGEST_BASIS = 400;
  private static final int MOST_YEARS = 100;

  /**
   * @param version the version the form was filled from, as it came back
   * @param amount of years, as typed
   */
  public record Command(
      String qualification,
      String version,
      String archiveClass,
      String starts,
      String amount,
      String ending,
      String basis,
      String reason) {}

  @Inject Classes classes;
  @Inject Vault vault;
  @Inject AppClock clock;

  /**
   * @throws Problem invalid with the fields; conflict "class-changed" when somebody was quicker
   */
  @Allowed(Permission.EDIT_RETENTION_CLASS)
  public void handle(Command command) {
    var errors = new ArrayList<FieldError>();
    var category = stripped(command.archiveClass());
    if (!CATEGORY.matcher(category).matches()) {
      errors.add(new FieldError("archiveClass", "retention.error.category"));
    }
    var starts = find(RetentionClass.Start.values(), command.starts());
    if (starts.isEmpty()) {
      errors.add(new FieldError("starts", "retention.error.choose"));
    }
    var amount = stripped(command.amount());
    int years = AMOUNT.matcher(amount).matches() ? Integer.parseInt(amount) : 0;
    if (years < 1 || years > MOST_YEARS) {
      errors.add(new FieldError("amount", "retention.error.years"));
    }
    var ending = find(Ending.values(), command.ending());
    if (ending.isEmpty()) {
      errors.add(new FieldError("ending", "retention.error.choose"));
    }
    var basis = stripped(command.basis());
    if (basis.isEmpty()) {
      errors.add(new FieldError("basis", "retention.error.required"));
    } else if (basis.length() > LONGEST_BASIS) {
      errors.add(new FieldError("basis", "retention.error.basisTooLong"));
    }
    var reason = stripped(command.reason());
    if (reason.isEmpty()) {
      errors.add(new FieldError("reason", "retention.error.required"));
    } else if (reason.length() > Typed.LONGEST) {
      errors.add(new FieldError("reason", "retention.error.tooLong"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid("incomplete", errors);
    }
    var changed = classes.lock(command.qualification());
    Deed.about("class:" + command.qualification());
    if (!Long.toString(changed.version()).equals(command.version())) {
      throw Problem.conflict("class-changed");
    }
    var before =
        changed.change(
            new RetentionClass.Rule(
                category, starts.get(), Period.ofYears(years), ending.get(), basis));
    classes.add(
        new ClassChange(
            command.qualification(),
            before,
            vault.sealForHouse(command.qualification(), "reason", reason),
            Actor.current().accountId(),
            clock.instant()));
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  private static <E extends Enum<E>> Optional<E> find(E[] values, String code) {
    return Arrays.stream(values).filter(value -> value.name().equals(code)).findFirst();
  }
}
