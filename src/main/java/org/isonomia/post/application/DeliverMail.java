package org.isonomia.post.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.page.Language;
import org.isonomia.page.Texts;
import org.isonomia.post.Post;
import org.isonomia.post.domain.Mail;
import org.isonomia.post.domain.Mails;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/**
 * Sends a mail once: a second try of the same key does nothing when the first is known to have
 * gone.
 */
@ApplicationScoped
@Transactional
public class DeliverMail implements Post {
  @Inject SmtpServer server;
  @Inject MailLog log;
  @Inject Mails mails;
  @Inject Vault vault;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public boolean isOn() {
    return server.isThere() || demo;
  }

  /**
   * @throws SmtpServer.NotTaken when the server does not take it, or "mail-not-configured" when
   *     there is none
   */
  @Override
  @Allowed(value = Permission.HOUSE, trace = Allowed.Trace.NONE)
  public void deliver(
      String key,
      String addressSubject,
      Sealed address,
      String language,
      String template,
      Map<String, Object> args) {
    if (log.isKnown(key)) {
      return;
    }
    var texts = Texts.of(Language.of(language).orElse(Language.PL));
    var arguments = arguments(texts, args);
    var subject = texts.t("post." + template + ".subject", arguments);
    var body = texts.t("post." + template + ".body", arguments);
    var to = vault.openForHouse(addressSubject, "email", address);
    if (server.isThere()) {
      try {
        server.send(key, to, subject, body, Date.from(clock.instant()));
      } catch (SmtpServer.NotTaken refused) {
        log.failed(key, template, refused.getMessage(), clock.instant());
        throw refused;
      }
      log.add(Mail.sent(key, template, language, clock.instant()));
    } else if (demo) {
      mails.add(
          Mail.kept(
              key,
              template,
              language,
              vault.sealForHouse(key, "address", to),
              vault.sealForHouse(key, "subject", subject),
              vault.sealForHouse(key, "body", body),
              clock.instant()));
    } else {
      log.failed(key, template, "mail-not-configured", clock.instant());
      throw new SmtpServer.NotTaken("mail-not-configured");
    }
  }

  @Override
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public void forget(String name) {
    mails.forget(name);
  }

  private static Object[] arguments(Texts texts, Map<String, Object> args) {
    return args.entrySet().stream()
        .flatMap(
            arg ->
                java.util.stream.Stream.of(
                    arg.getKey(),
                    arg.getValue() instanceof LocalDate day ? texts.date(day) : arg.getValue()))
        .toArray();
  }
}
