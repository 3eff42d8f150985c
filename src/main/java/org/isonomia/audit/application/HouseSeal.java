package org.isonomia.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.isonomia.audit.Head;
import org.isonomia.audit.Release;
import org.isonomia.privacy.HouseSecret;

/**
 * The key by which the house signs the end of the chain. It follows from the house's secret, so
 * every node has it; what makes a signed head a proof is that it leaves the house.
 */
@ApplicationScoped
class HouseSeal {
  @Inject HouseSecret secret;

  Head sign(LocalDate day, long seq, byte[] hash) {
    return Head.sign(day, seq, hash, seed(), publicKey());
  }

  Release sign(Release release) {
    return release.sign(seed(), publicKey());
  }

  byte[] publicKey() {
    return new Ed25519PrivateKeyParameters(seed(), 0).generatePublicKey().getEncoded();
  }

  private byte[] seed() {
    return secret.key("audit head");
  }
}
