package org.isonomia.post.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.isonomia.post.domain.Mail;
import org.isonomia.post.domain.Mails;

/**
 * Writes down what has gone in a transaction of its own: a mail that a server took cannot be called
 * back when the job around it fails.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MailLog {
  @Inject Mails mails;

  boolean isKnown(String key) {
    return mails.isKnown(key);
  }

  void add(Mail mail) {
    mails.add(mail);
    mails.noLongerFails(mail.key());
  }

  void failed(String key, String template, String code, Instant at) {
    mails.failed(key, template, code, at);
  }
}
