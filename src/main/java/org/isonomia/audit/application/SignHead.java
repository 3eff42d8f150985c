package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.Actor;
import org.isonomia.audit.Head;
import org.isonomia.audit.persistence.Chain;
import org.isonomia.post.Post;
import org.isonomia.privacy.Vault;
import org.isonomia.shared.AppClock;

/**
 * Signs the end of the chain once a day and sends number and hash to the auditor and the data
 * protection officer: whoever rewrites the tables later cannot rewrite their mail.
 */
@ApplicationScoped
@Transactional
class SignHead {
  private static final String SUBJECT = "audit";
  private static final String FIELD = "email";
  private static final int AT_ONCE = 31;

  @Inject Chain chain;
  @Inject HouseSeal seal;
  @Inject Post post;
  @Inject Vault vault;
  @Inject AppClock clock;

  @Inject
  @ConfigProperty(name = "isonomia.audit.mail.auditor")
  Optional<String> auditor;

  @Inject
  @ConfigProperty(name = "isonomia.audit.mail.dpo")
  Optional<String> officer;

  @Inject
  @ConfigProperty(name = "isonomia.audit.head.time", defaultValue = "06:00")
  String time;

  /** To whom heads go, by the code of what they are. */
  Map<String, String> recipients() {
    var recipients = new LinkedHashMap<String, String>();
    auditor.ifPresent(address -> recipients.put("auditor", address));
    officer.ifPresent(address -> recipients.put("dpo", address));
    return recipients;
  }

  /** Signs if today's head is due and not there; whether it did. */
  boolean today() {
    var now = ZonedDateTime.ofInstant(clock.instant(), AppClock.CITY);
    var end = chain.end();
    var last = chain.heads(1);
    if (end.seq() == 0
        || now.toLocalTime().isBefore(LocalTime.parse(time))
        || !last.isEmpty() && !last.get(0).day().isBefore(now.toLocalDate())) {
      return false;
    }
    chain.add(seal.sign(now.toLocalDate(), end.seq(), end.hash()), KeepRecords.now());
    return true;
  }

  /** Heads that somebody has not got yet, the oldest first. */
  List<Head> waiting() {
    return recipients().isEmpty()
        ? List.of()
        : chain.unsent(List.copyOf(recipients().keySet()), AT_ONCE);
  }

  /**
   * Sends it to one of them; what no mail server takes is tried again. No transaction waits for the
   * mail server: the post room keeps what it has sent by its key, so that a head whose note was
   * lost does not go twice.
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void send(Head head, String recipient) {
    if (chain.isSent(head.day(), recipient)) {
      return;
    }
    var address = vault.sealForHouse(SUBJECT, FIELD, recipients().get(recipient));
    Actor.HOUSE.run(
        () -> {
          post.deliver(
              "audit-head/" + head.day() + "/" + recipient,
              SUBJECT,
              address,
              "pl",
              "audit-head",
              arguments(head));
          return null;
        });
    chain.sent(head.day(), recipient, KeepRecords.now());
  }

  private static Map<String, Object> arguments(Head head) {
    LocalDate day = head.day();
    return Map.of(
        "day",
        day,
        "seq",
        Long.toString(head.seq()),
        "hash",
        HexFormat.of().formatHex(head.hash()),
        "signature",
        HexFormat.of().formatHex(head.signature()),
        "key",
        HexFormat.of().formatHex(head.publicKey()));
  }
}
