package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.domain.BearerToken;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.UnderKey;

/** Hashes under the installation's own secret: the tables alone do not tell what was hashed. */
@ApplicationScoped
public class HouseKey {
  @Inject
  @ConfigProperty(name = "isonomia.secret")
  String secret;

  String hash(String purpose, String value) {
    return BearerToken.keyedHash(
        secret.getBytes(StandardCharsets.UTF_8), "intake." + purpose, value);
  }

  /** Seals what only this house opens again, and only for this purpose. */
  Sealed seal(String purpose, byte[] content) {
    return UnderKey.seal(secret, "intake." + purpose, content);
  }

  /** Empty when another house sealed it, for something else, or it was changed. */
  Optional<byte[]> open(String purpose, Sealed sealed) {
    return UnderKey.open(secret, "intake." + purpose, sealed);
  }
}
