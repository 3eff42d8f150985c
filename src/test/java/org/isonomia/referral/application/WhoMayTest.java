package org.isonomia.referral.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.access.Role;
import org.isonomia.partner.application.AskDirectory;
import org.isonomia.partner.application.AskRoutingTable;
import org.isonomia.partner.application.EditInstitution;
import org.isonomia.partner.application.SeeDirectory;
import org.isonomia.post.application.DeliverMail;
import org.junit.jupiter.api.Test;

/** Who may do what around a referral, read from the acts themselves. */
class WhoMayTest {
  private static Map<String, Permission> permissionsOf(Class<?> act) {
    var map = new TreeMap<String, Permission>();
    for (var method : act.getDeclaredMethods()) {
      if (isOpen(method)) {
        var allowed = method.getAnnotation(Allowed.class);
        assertThat(allowed)
            .as("%s.%s says who may", act.getSimpleName(), method.getName())
            .isNotNull();
        map.put(method.getName(), allowed.value());
      }
    }
    return map;
  }

  private static boolean isOpen(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !method.isSynthetic()
        && !Modifier.isStatic(method.getModifiers());
  }

  @Test
  void the_office_sends_decides_and_renews_and_nobody_else() {
    assertThat(permissionsOf(StaffDesk.class)).containsEntry("refer", Permission.SEND_REFERRAL);
    for (var act :
        List.of(
            DecideOnSilence.class,
            DecideOnMissingResult.class,
            RenewLink.class,
            RecordAnswer.class)) {
      assertThat(permissionsOf(act).values()).containsOnly(Permission.SEND_REFERRAL);
    }
    assertThat(Permission.SEND_REFERRAL.roles()).containsOnly(Role.CASE_HANDLER, Role.COORDINATOR);
    assertThat(permissionsOf(FindReferrals.class).values()).containsOnly(Permission.SEE_REFERRALS);
    assertThat(Permission.SEE_REFERRALS.roles())
        .doesNotContain(Role.SYSTEM_ADMINISTRATOR, Role.PARTNER_USER);
  }

  @Test
  void what_anybody_may_call_asks_for_a_key_of_a_partner_or_stands_behind_a_receipt() {
    for (var act :
        List.of(AcceptReferral.class, DeclineReferral.class, BeginWork.class, ReportResult.class)) {
      assertThat(permissionsOf(act)).containsOnly(Map.entry("handle", Permission.ANYONE));
      assertThat(Arrays.stream(act.getDeclaredFields()).<Class<?>>map(field -> field.getType()))
          .as("%s goes through the partner's door", act.getSimpleName())
          .contains(PartnerDoor.class);
    }
    assertThat(permissionsOf(ReadReferral.class))
        .containsOnly(
            Map.entry("handle", Permission.ANYONE), Map.entry("own", Permission.ANSWER_REFERRAL));
  }

  @Test
  void the_directory_is_changed_by_few_and_mail_is_sent_by_the_house() {
    assertThat(permissionsOf(EditInstitution.class).values())
        .containsOnly(Permission.EDIT_DIRECTORY);
    assertThat(permissionsOf(AskDirectory.class))
        .containsEntry("keepContact", Permission.EDIT_DIRECTORY);
    assertThat(permissionsOf(SeeDirectory.class).values()).containsOnly(Permission.SEE_DIRECTORY);
    assertThat(permissionsOf(AskRoutingTable.class).values())
        .containsOnly(Permission.SEE_DIRECTORY);
    var mail = permissionsOf(DeliverMail.class);
    // a reporter is offered a notice only where mail is sent at all
    assertThat(mail.remove("isOn")).isEqualTo(Permission.ANYONE);
    // an address that a reporter takes back goes with its mails
    assertThat(mail.remove("forget")).isEqualTo(Permission.ANYONE);
    assertThat(mail.values()).isNotEmpty().containsOnly(Permission.HOUSE);
    assertThat(Set.of(Role.PARTNER_USER, Role.ANALYST))
        .doesNotContainAnyElementsOf(Permission.SEE_DIRECTORY.roles());
  }
}
