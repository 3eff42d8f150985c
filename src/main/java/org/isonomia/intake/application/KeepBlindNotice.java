package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.intake.CaseStanding;
import org.isonomia.intake.domain.BlindNotice;
import org.isonomia.intake.domain.EmailAddress;
import org.isonomia.intake.domain.PlainText;
import org.isonomia.intake.domain.Said;
import org.isonomia.intake.persistence.BlindNotices;
import org.isonomia.intake.persistence.FiledReports;
import org.isonomia.post.Post;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;
import org.isonomia.shared.CaseNumber;
import org.isonomia.shared.Problem;
import org.isonomia.shared.Problem.FieldError;

/**
 * The reporter leaves an address to which one sentence is sent: there is news. It is sealed for the
 * notifier, apart from the case; no page shows it, not even to the reporter, and it can be removed.
 */
@ApplicationScoped
@Transactional
public class KeepBlindNotice {
  /**
   * @param language tag of the language of the mail
   */
  public record Command(CaseNumber number, String language, String email) {
    @Override
    public String toString() {
      return "KeepBlindNotice";
    }
  }

  @Inject FiledReports reports;
  @Inject BlindNotices notices;
  @Inject Vault vault;
  @Inject Post post;
  @Inject Instance<CaseStanding> standing;
  @Inject AppClock clock;

  /** Whether an address is kept for this report. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isThere(CaseNumber number) {
    return notices.isThere(number);
  }

  /** Whether mails leave this house at all. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isOffered() {
    return post.isOn();
  }

  /** Whether the case has ended and no day is to come, so that there will be no news. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isOver(CaseNumber number) {
    return standing.isResolvable() && standing.get().isNewsOver(number);
  }

  /**
   * Keeps the address; an earlier one goes.
   *
   * @throws Problem invalid "notice-incomplete" with the field {@code email}; unavailable
   *     "no-mail-here" when no mail leaves this house; conflict "no-news-any-more" when the case is
   *     closed or was taken back
   */
  @Allowed(Permission.ANYONE)
  public void handle(Command command) {
    if (isOver(command.number())) {
      throw Problem.conflict("no-news-any-more");
    }
    var email = fit(command.email());
    if (!post.isOn()) {
      throw Problem.unavailable("no-mail-here");
    }
    var number = reports.lock(command.number()).number(); // two clicks keep one address
    forget(number);
    var token = BlindNotice.makeToken();
    notices.add(
        BlindNotice.of(
            number,
            token,
            command.language(),
            vault.sealForNotifier(token, "email", email),
            clock.instant()));
  }

  /**
   * The address as it would be written to, before it is sealed and nobody sees it any more.
   *
   * @throws Problem invalid "notice-incomplete" with the field {@code email}
   */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public String fit(String typed) {
    var email = PlainText.tidy(typed);
    if (email == null) {
      throw Problem.invalid("notice-incomplete", new FieldError("email", "required"));
    }
    if (!EmailAddress.isFit(email) || email.length() > Said.EMAIL_LENGTH) {
      throw Problem.invalid("notice-incomplete", new FieldError("email", "not-an-email"));
    }
    return email;
  }

  /** The address goes; nothing more is sent. */
  @Allowed(Permission.ANYONE)
  public void remove(CaseNumber number) {
    forget(number);
  }

  /** Its mails go with it: when the case is erased, nobody knows their names any more. */
  private void forget(CaseNumber number) {
    notices.mails(number).forEach(post::forget);
    notices.remove(number);
  }
}
