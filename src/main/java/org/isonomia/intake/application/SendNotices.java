package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.domain.BlindNotice;
import org.isonomia.intake.persistence.BlindNotices;
import org.isonomia.post.Post;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * Tells those who wanted it that there is news: a mail that names no case and says nothing else.
 * Needs no key of a case. When a case is over and its last news was told, the address goes.
 */
@ApplicationScoped
public class SendNotices {
  private static final int AT_ONCE = 20;

  @Inject BlindNotices notices;
  @Inject Instance<CaseStanding> standing;
  @Inject Vault vault;
  @Inject Post post;
  @Inject AppClock clock;
  @Inject Apart apart;

  /**
   * One mail that is on its way.
   *
   * @param address sealed for the house under (key, "email")
   */
  private record OnItsWay(String name, String key, Sealed address, String language) {}

  /** Numbers whose mail is due. */
  @Transactional
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<CaseNumber> due() {
    return notices.due(clock.instant(), AT_ONCE);
  }

  /**
   * Sends one mail. The row is not locked meanwhile: the reporter may open the mailbox while a
   * server thinks. It is claimed before, and that it went is noted after.
   *
   * @throws RuntimeException when no server takes it; then {@link #refused}
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle(CaseNumber number) {
    apart.get(() -> claimed(number)).ifPresent(mail -> send(number, mail));
  }

  private Optional<OnItsWay> claimed(CaseNumber number) {
    var now = clock.instant();
    return notices
        .lock(number)
        .filter(notice -> notice.isDue(now))
        .map(
            notice -> {
              notice.claim(now);
              var key = notice.mailKey();
              var address = vault.openForNotifier(notice.token(), "email", notice.address());
              return new OnItsWay(
                  notice.mailsName(),
                  key,
                  Actor.HOUSE.run(() -> vault.sealForHouse(key, "email", address)),
                  notice.language());
            });
  }

  private void send(CaseNumber number, OnItsWay mail) {
    try {
      Actor.HOUSE.run(
          () -> {
            post.deliver(
                mail.key(), mail.key(), mail.address(), mail.language(), "blindNotice", Map.of());
            return null;
          });
    } catch (RuntimeException notTaken) {
      apart.run(() -> forgetUnlessKept(number, mail));
      throw notTaken;
    }
    apart.run(
        () ->
            notices
                .lock(number)
                .filter(notice -> notice.mailKey().equals(mail.key()))
                .ifPresentOrElse(BlindNotice::sent, () -> forgetUnlessKept(number, mail)));
  }

  /** The address was taken back while its mail was on its way. */
  private void forgetUnlessKept(CaseNumber number, OnItsWay mail) {
    if (!notices.mails(number).contains(mail.name())) {
      post.forget(mail.name());
    }
  }

  /** The server did not take it; it is tried again later. */
  @Transactional
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void refused(CaseNumber number) {
    notices.lock(number).ifPresent(notice -> notice.refused(clock.instant()));
  }

  /** Addresses of cases that are over, and whose last news was told or is not to be told. */
  @Transactional
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void forgetEnded() {
    if (!standing.isResolvable()) {
      return;
    }
    for (var number : notices.all()) {
      if (standing.get().isNewsOver(number)) {
        notices
            .lock(number)
            .filter(notice -> !notice.hasNews())
            .ifPresent(
                notice -> {
                  post.forget(notice.mailsName());
                  notices.remove(number);
                });
      }
    }
  }
}
