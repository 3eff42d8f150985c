package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.domain.Receipt;
import org.isonomia.intake.domain.TokenLock;

/**
 * Hashes under the installation's own secret, so that a copy of the tables alone does not tell
 * which of the 10^16 receipts are in use. The memory-hard derivation of a key per case replaces
 * this hash when content is sealed under the receipt; until then a look-up must stay cheap, because
 * each wrong receipt costs one.
 */
@ApplicationScoped
public class HouseKey {
  @Inject
  @ConfigProperty(name = "isonomia.secret")
  String secret;

  String ofReceipt(Receipt receipt) {
    return hash("receipt", receipt.digits());
  }

  String hash(String purpose, String value) {
    return TokenLock.keyedHash(secret.getBytes(StandardCharsets.UTF_8), "intake." + purpose, value);
  }
}
