package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.intake.persistence.RemovedReports;
import org.isonomia.privacy.Compartment;
import org.isonomia.privacy.HouseSecret;
import org.isonomia.privacy.Safes;
import org.isonomia.privacy.SafesInMemory;
import org.isonomia.privacy.Unsealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever types a receipt cannot tell from the time it takes whether there is a report behind it:
 * the same derivation, the same statements in the same order, the same look at the keys, whatever
 * is found.
 */
class SameWorkTest {
  private static final Receipt KNOWN = new Receipt("11112222333344445555");
  private static final Receipt UNKNOWN = new Receipt("99998888777766665555");
  private static final Receipt REMOVED_ON_REQUEST = new Receipt("22223333444455556666");
  private static final Receipt ERASED_AT_ITS_TERM = new Receipt("33334444555566667777");
  private static final Receipt ERASED_AND_FORGOTTEN = new Receipt("44445555666677778888");

  private final List<String> work = new ArrayList<>();
  private final ReceiptKeys keys = counted();
  private final SafesInMemory safes = new SafesInMemory(work).enter();
  private final OpenMailbox mailbox = new OpenMailbox();

  @BeforeEach
  void file() throws ReflectiveOperationException {
    var known = keys.ofNew(KNOWN);
    safes
        .safes()
        .make(
            "ET-2027-00001",
            EnumSet.allOf(Compartment.class),
            List.of(new Safes.Bringing(Safes.RECEIPT, known.key(), Set.of(Compartment.values()))));
    safes.enter();
    mailbox.receiptKeys = keys;
    mailbox.safes = safes.safes();
    mailbox.reports = new FiledReports();
    set(mailbox.reports, Map.of(known.index(), "ET-2027-00001"));
    mailbox.removed = new RemovedReports();
    set(
        mailbox.removed,
        Map.of(
            keys.ofNew(REMOVED_ON_REQUEST).index(), new Object[] {"2027-03-01", true},
            keys.ofNew(ERASED_AT_ITS_TERM).index(), new Object[] {"2027-03-01", false}));
    work.clear();
  }

  @Test
  void hit_and_miss_do_the_same_work() {
    var once = workFor(UNKNOWN);
    assertThat(once)
        .as("one derivation, two looks into indexes, one look at the keys")
        .hasSize(4)
        .startsWith("derivation")
        .endsWith("envelopes");
    for (var receipt :
        List.of(KNOWN, REMOVED_ON_REQUEST, ERASED_AT_ITS_TERM, ERASED_AND_FORGOTTEN)) {
      assertThat(workFor(receipt)).isEqualTo(once);
    }
  }

  @Test
  void each_finds_what_it_should() {
    assertThat(mailbox.behind(KNOWN).orElseThrow().number().value()).isEqualTo("ET-2027-00001");
    assertThat(mailbox.behind(REMOVED_ON_REQUEST).orElseThrow().removed().onRequest()).isTrue();
    assertThat(mailbox.behind(ERASED_AT_ITS_TERM).orElseThrow().removed().onRequest()).isFalse();
    assertThat(mailbox.behind(ERASED_AND_FORGOTTEN)).isEmpty();
    assertThat(mailbox.behind(UNKNOWN)).isEmpty();
  }

  private List<String> workFor(Receipt receipt) {
    work.clear();
    mailbox.behind(receipt);
    return List.copyOf(work);
  }

  private ReceiptKeys counted() {
    var counted =
        new ReceiptKeys() {
          @Override
          Derived ofTyped(Receipt receipt) {
            work.add("derivation");
            return super.ofTyped(receipt);
          }
        };
    counted.house = new HouseSecret("a secret of at least thirty-two characters");
    counted.unsealed = new Unsealed(false, false);
    return counted;
  }

  /** A database of one table, that says what it was asked. */
  private void set(Object store, Map<String, ?> rows) throws ReflectiveOperationException {
    var em =
        proxy(
            EntityManager.class,
            (name, arguments) -> {
              work.add(String.valueOf(arguments[0]));
              return query(
                  (Class<?>)
                      (name.equals("createNativeQuery")
                          ? jakarta.persistence.Query.class
                          : jakarta.persistence.TypedQuery.class),
                  rows);
            });
    var field = store.getClass().getDeclaredField("em");
    field.setAccessible(true);
    field.set(store, em);
  }

  private static Object query(Class<?> type, Map<String, ?> rows) {
    var asked = new String[1];
    var self = new Object[1];
    self[0] =
        proxy(
            type,
            (name, arguments) -> {
              if (name.equals("setParameter")) {
                asked[0] = (String) arguments[1];
                return self[0];
              }
              var found = Stream.ofNullable((Object) rows.get(asked[0]));
              return name.equals("getResultStream") ? found : found.toList();
            });
    return self[0];
  }

  private interface Answer {
    Object to(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
