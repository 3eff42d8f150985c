package org.isonomia.post.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server of the city; may be missing. */
@ApplicationScoped
public class SmtpServer {
  /**
   * A server that hangs must not hold a job, and its database connection, for long. In
   * milliseconds.
   */
  private static final String PATIENCE = "10000";

  /**
   * The server did not take a mail. The message is a code: what a server says may repeat an
   * address.
   */
  public static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTaken(String code) {
      super(code);
    }
  }

  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final String from;
  private final boolean starttls;

  protected SmtpServer() {
    this(Optional.empty(), 25, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * @param host empty when there is no server
   */
  @Inject
  public SmtpServer(
      @ConfigProperty(name = "isonomia.mail.host") Optional<String> host,
      @ConfigProperty(name = "isonomia.mail.port", defaultValue = "25") int port,
      @ConfigProperty(name = "isonomia.mail.user") Optional<String> user,
      @ConfigProperty(name = "isonomia.mail.password") Optional<String> password,
      @ConfigProperty(name = "isonomia.mail.from") Optional<String> from,
      @ConfigProperty(name = "isonomia.mail.starttls", defaultValue = "false") boolean starttls) {
    this.host = host.orElse(null);
    this.port = port;
    this.user = user.orElse(null);
    this.password = password.orElse(null);
    this.from = from.orElse(null);
    this.starttls = starttls;
  }

  public boolean isThere() {
    return host != null;
  }

  /**
   * @param key makes the Message-ID, so that a mail that comes twice after a crash is known to be
   *     the same
   * @throws NotTaken when the server does not take it
   */
  public void send(String key, String address, String subject, String body, Date at) {
    try {
      var message = new Letter(session(), key, domain());
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
      message.setSubject(subject, "UTF-8");
      message.setText(body, "UTF-8");
      message.setSentDate(at);
      message.setHeader("Auto-Submitted", "auto-generated");
      message.saveChanges();
      try (var transport = message.session().getTransport("smtp")) {
        transport.connect(host, port, user, password);
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException refused) {
      throw new NotTaken("mail-not-taken " + refused.getClass().getSimpleName());
    }
  }

  private Session session() {
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
    properties.setProperty("mail.smtp.timeout", PATIENCE);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE);
    properties.setProperty("mail.smtp.auth", String.valueOf(user != null));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    // otherwise the name of this machine travels with each mail
    properties.setProperty("mail.smtp.localhost", domain());
    return Session.getInstance(properties);
  }

  private String domain() {
    return from == null || from.indexOf('@') < 0
        ? "localhost"
        : from.substring(from.indexOf('@') + 1).replace(">", "");
  }

  /** A message whose id is its key's. */
  private static final class Letter extends MimeMessage {
    private final String id;

    Letter(Session session, String key, String domain) {
      super(session);
      this.id =
          "<" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }

    Session session() {
      return session;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
