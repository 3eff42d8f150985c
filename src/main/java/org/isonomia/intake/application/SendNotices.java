package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.isonomia.access.Actor;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.domain.BlindNotice;
import org.isonomia.intake.persistence.BlindNotices;
import org.isonomia.post.Post;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;

/**
 * Tells those who wanted it that there is news: a mail that names no case and says nothing else.
 * Needs no key of a case. When a case is over and its last news was told, the address goes.
 */
@ApplicationScoped
@Transactional
public class SendNotices {
  private static final int AT_ONCE = 20;

  @Inject BlindNotices notices;
  @Inject Instance<CaseStanding> standing;
  @Inject Vault vault;
  @Inject Post post;
  @Inject AppClock clock;

  /** Numbers whose mail is due. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<CaseNumber> due() {
    return notices.due(clock.instant(), AT_ONCE);
  }

  /**
   * Sends one mail.
   *
   * @throws RuntimeException when no server takes it; then {@link #refused}
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void handle(CaseNumber number) {
    notices.lock(number).filter(BlindNotice::hasNews).ifPresent(this::send);
  }

  private void send(BlindNotice notice) {
    var key = notice.mailKey();
    var address = vault.openForNotifier(notice.token(), "email", notice.address());
    Actor.HOUSE.run(
        () -> {
          post.deliver(
              key,
              key,
              vault.sealForHouse(key, "email", address),
              notice.language(),
              "blindNotice",
              Map.of());
          return null;
        });
    notice.sent();
  }

  /** In a transaction of its own, because the one of the sending is lost. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void refused(CaseNumber number) {
    notices.lock(number).ifPresent(notice -> notice.refused(clock.instant()));
  }

  /** Addresses of cases that are over, and whose last news was told or is not to be told. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void forgetEnded() {
    if (!standing.isResolvable()) {
      return;
    }
    for (var number : notices.all()) {
      if (standing.get().isOver(number)) {
        notices
            .lock(number)
            .filter(notice -> !notice.hasNews())
            .ifPresent(notice -> notices.remove(number));
      }
    }
  }
}
