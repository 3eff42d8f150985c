package org.isonomia.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.isonomia.intake.domain.BlindNotice;
import org.isonomia.intake.persistence.BlindNotices;
import org.isonomia.post.Post;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.junit.jupiter.api.Test;

/** A mail to one who waits for news: what holds while a server thinks. */
class SendNoticesTest {
  private static final CaseNumber CASE = new CaseNumber("ET-2027-00001");

  private final List<String> sent = new ArrayList<>();
  private final List<String> forgotten = new ArrayList<>();
  private BlindNotice notice =
      BlindNotice.of(CASE, "abc", "pl", Sealed.ofBytes(new byte[] {1}), Instant.EPOCH);
  private boolean inTransaction;
  private Runnable meanwhile = () -> {};

  private final SendNotices send = new SendNotices();

  SendNoticesTest() throws ReflectiveOperationException {
    news();
    send.clock = new AppClock();
    send.apart =
        new Apart() {
          @Override
          void run(Runnable work) {
            get(
                () -> {
                  work.run();
                  return null;
                });
          }

          @Override
          <T> T get(Supplier<T> work) {
            inTransaction = true;
            try {
              return work.get();
            } finally {
              inTransaction = false;
            }
          }
        };
    send.notices =
        new BlindNotices() {
          @Override
          public Optional<BlindNotice> lock(CaseNumber number) {
            assertThat(inTransaction).isTrue();
            return Optional.ofNullable(notice);
          }

          @Override
          public Set<String> mails(CaseNumber number) {
            return notice == null ? Set.of() : Set.of(notice.mailsName());
          }
        };
    send.vault =
        new Vault() {
          @Override
          public String openForNotifier(String token, String field, Sealed address) {
            return "me@example.org";
          }

          @Override
          public Sealed sealForHouse(String subject, String field, String text) {
            return Sealed.ofBytes(new byte[] {2});
          }
        };
    send.post =
        new Post() {
          @Override
          public boolean isOn() {
            return true;
          }

          @Override
          public void deliver(
              String key,
              String subject,
              Sealed address,
              String language,
              String template,
              Map<String, Object> args) {
            assertThat(inTransaction).as("the row is locked while the server thinks").isFalse();
            sent.add(key);
            meanwhile.run();
          }

          @Override
          public void forget(String name) {
            forgotten.add(name);
          }
        };
  }

  private void news() throws ReflectiveOperationException {
    set("news", true);
  }

  private void set(String field, boolean value) throws ReflectiveOperationException {
    var column = BlindNotice.class.getDeclaredField(field);
    column.setAccessible(true);
    column.setBoolean(notice, value);
  }

  @Test
  void a_mail_is_sent_while_no_row_is_locked_and_no_second_one_goes() {
    meanwhile = () -> send.handle(CASE);
    send.handle(CASE);
    send.handle(CASE);
    assertThat(sent).containsExactly("notice-abc/1");
    assertThat(forgotten).isEmpty();
  }

  @Test
  void who_opened_the_mailbox_while_the_mail_was_on_its_way_is_told_of_the_next_news()
      throws ReflectiveOperationException {
    meanwhile =
        () -> {
          try {
            set("news", false);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        };
    send.handle(CASE);
    news();
    assertThat(notice.isDue(Instant.now().plusSeconds(3600))).isTrue();
  }

  @Test
  void of_an_address_that_was_taken_back_meanwhile_no_mail_stays() {
    meanwhile = () -> notice = null;
    send.handle(CASE);
    assertThat(forgotten).containsExactly("notice-abc");
  }

  @Test
  void nor_stays_that_a_server_did_not_take_it() {
    meanwhile =
        () -> {
          notice = null;
          throw new IllegalStateException("not taken");
        };
    assertThatThrownBy(() -> send.handle(CASE)).hasMessage("not taken");
    assertThat(forgotten).containsExactly("notice-abc");
  }
}
