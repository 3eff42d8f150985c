package org.isonomia.post.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Allowed;
import org.isonomia.access.Permission;
import org.isonomia.post.domain.Mail;
import org.isonomia.post.domain.Mails;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.Problem;

/**
 * The box of the demo city: everybody may look at mails that nobody ever got. Anywhere else there
 * is no such box.
 */
@ApplicationScoped
@Transactional
public class SeeDemoPost {
  static final int SHOWN = 100;

  /**
   * @param language tag of the language the mail is written in
   */
  public record Letter(
      long id, String to, String subject, String body, String language, Instant at) {}

  @Inject Mails mails;
  @Inject Vault vault;

  @Inject
  @ConfigProperty(name = "isonomia.demo", defaultValue = "false")
  boolean demo;

  /** Newest first. */
  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public List<Letter> box() {
    requireDemo();
    return mails.kept(SHOWN).stream().map(this::letter).toList();
  }

  @Allowed(value = Permission.ANYONE, trace = Allowed.Trace.NONE)
  public Letter letter(long id) {
    requireDemo();
    return mails.findKept(id).map(this::letter).orElseThrow(() -> Problem.notFound("not-found"));
  }

  private void requireDemo() {
    if (!demo) {
      throw Problem.notFound("not-found");
    }
  }

  private Letter letter(Mail mail) {
    return new Letter(
        mail.id(),
        vault.openForHouse(mail.key(), "address", mail.address()),
        vault.openForHouse(mail.key(), "subject", mail.subject()),
        vault.openForHouse(mail.key(), "body", mail.body()),
        mail.language(),
        mail.at());
  }
}
