package org.isonomia.intake.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.isonomia.intake.domain.TokenLock;
import org.isonomia.privacy.Sealed;
import org.isonomia.privacy.Vault;

/**
 * Content that only the bearer of a token may open: locked under the token, then sealed by the
 * vault like all content, bound to the token's hash and the field.
 */
@ApplicationScoped
public class TokenVault {
  @Inject Vault vault;

  Sealed seal(String token, String field, byte[] content) {
    return vault.sealBytes(TokenLock.hash(token), field, TokenLock.of(token).lock(field, content));
  }

  byte[] open(String token, String field, Sealed sealed) {
    return TokenLock.of(token).open(field, vault.openBytes(TokenLock.hash(token), field, sealed));
  }
}
