package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.UnderKey;

/** Content that only the bearer of a token may open, bound to its field. */
@ApplicationScoped
public class TokenVault {
  Sealed seal(String token, String field, byte[] content) {
    return UnderKey.seal(token, "draft " + field, content);
  }

  byte[] open(String token, String field, Sealed sealed) {
    return UnderKey.open(token, "draft " + field, sealed)
        .orElseThrow(() -> new IllegalStateException("a draft does not open"));
  }
}
