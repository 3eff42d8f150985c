package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.intake.domain.BearerToken;

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
}
