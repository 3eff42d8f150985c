package org.isonomia.access.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.junit.jupiter.api.Test;

class ListActsTest {
  private static List<Class<?>> house() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.isonomia")
            .stream()
            .filter(
                type -> type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Allowed.class)))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  @Test
  void an_act_stands_under_the_permission_that_it_asks_for() {
    var acts = ListActs.read(house());
    assertThat(names(acts.get(Permission.KEEP_ACCOUNTS)))
        .contains("access: ChangeRoles", "access: CloseAccount", "access: KeepAccounts.invite");
    assertThat(names(acts.get(Permission.CONFIRM_OUTCOME))).contains("casework: ConfirmOutcome");
    assertThat(names(acts.get(Permission.HAND_OVER)))
        .contains("casework: HandOver", "casework: HandOverCase");
  }

  /** A right that nothing asks for protects nothing and promises something. */
  @Test
  void every_right_of_a_role_is_asked_for_by_an_act() {
    // what only pages ask for, to show a list or a link
    var shownOnly = EnumSet.of(Permission.KEEP_ABSENCES);
    var acts = ListActs.read(house());
    assertThat(
            Stream.of(Permission.values())
                .filter(permission -> !permission.roles().isEmpty())
                .filter(permission -> acts.get(permission).isEmpty())
                .collect(Collectors.toSet()))
        .isSubsetOf(shownOnly);
  }

  private static List<String> names(SortedSet<ListActs.Act> acts) {
    return acts.stream().map(ListActs.Act::toString).toList();
  }
}
