package org.isonomia.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys that follow from the installation's secret in the configuration. They protect against
 * somebody who has the database alone; whoever also has the configuration has them.
 */
@ApplicationScoped
public class HouseSecret {
  private final byte[] secret;

  protected HouseSecret() {
    this("");
  }

  @Inject
  public HouseSecret(@ConfigProperty(name = "isonomia.secret") String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  public byte[] key(String purpose) {
    return Bytes.derive(secret, "house: " + purpose);
  }
}
