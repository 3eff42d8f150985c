package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.isonomia.access.People;
import org.isonomia.access.Role;
import org.isonomia.access.WhoRead;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** The reporter reads the whole record of who opened the case, however long it is. */
class SeeWhoOpenedTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");
  private static final long HANDLER = 7;
  private static final Instant LATER = Instant.parse("2027-03-09T12:00:00Z");
  private static final Instant EARLIER = Instant.parse("2027-03-01T12:00:00Z");

  /** Two pages: the second is an institution's, and the handler's once more. */
  private static WhoRead.Page page(CaseNumber number, Long before) {
    return before == null
        ? new WhoRead.Page(List.of(new WhoRead.Reading(HANDLER, "PERSON", LATER, 9)), 40L)
        : new WhoRead.Page(
            List.of(
                new WhoRead.Reading(HANDLER, "PERSON", LATER, 1),
                new WhoRead.Reading(0, "PARTNER_LINK", EARLIER, 1)),
            null);
  }

  @Test
  void what_stands_on_the_second_page_is_told_too_and_each_role_once_a_day() {
    var see = new SeeWhoOpened();
    see.record = instance(SeeWhoOpenedTest::page);
    see.people =
        (People)
            Proxy.newProxyInstance(
                People.class.getClassLoader(),
                new Class<?>[] {People.class},
                (proxy, method, arguments) -> Set.of(Role.CASE_HANDLER));

    assertThat(see.of(CASE))
        .containsExactly(
            new SeeWhoOpened.Line("CASE_HANDLER", LocalDate.of(2027, 3, 9)),
            new SeeWhoOpened.Line(SeeWhoOpened.PARTNER, LocalDate.of(2027, 3, 1)));
  }

  @SuppressWarnings("unchecked")
  private static Instance<WhoRead> instance(WhoRead record) {
    return (Instance<WhoRead>)
        Proxy.newProxyInstance(
            Instance.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> method.getName().equals("get") ? record : true);
  }
}
