package org.isonomia.casework.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.casework.domain.Case;
import org.isonomia.partner.Directory;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.junit.jupiter.api.Test;

/** What the ordinary choice of an institution takes, and what it does not. */
class ChooseInstitutionTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");

  private static List<String> refusals(String type) {
    var act = new ChooseInstitution();
    act.register =
        new Register() {
          @Override
          Case take(CaseNumber number) {
            return null;
          }
        };
    act.directory =
        (Directory)
            java.lang.reflect.Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (proxy, method, arguments) ->
                    method.getReturnType() == Optional.class ? Optional.empty() : null);
    var refusal = new Problem[1];
    assertThatThrownBy(
            () ->
                act.handle(
                    new ChooseInstitution.Command(
                        CASE, 31L, type, Map.of("SUMMARY", "words"), false, "art. 304 § 2 KPK")))
        .isInstanceOfSatisfying(Problem.class, p -> refusal[0] = p);
    return refusal[0].errors().stream()
        .filter(error -> error.pointer().equals("type"))
        .map(Problem.FieldError::code)
        .toList();
  }

  @Test
  void a_notice_of_a_crime_goes_by_the_lawyer() {
    assertThat(refusals("CRIME_NOTICE")).containsExactly("casework.error.crimeNotice");
    assertThat(refusals("SUPPORT")).isEmpty();
    assertThat(refusals("COMPETENCE")).containsExactly("casework.error.referralType");
  }
}
