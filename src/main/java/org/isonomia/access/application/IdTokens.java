package org.isonomia.access.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an ID token is the provider's, for us, of this very sign-in, and still good. Three
 * algorithms are taken (RS256, ES256, EdDSA); the key decides, never the token's own word.
 */
final class IdTokens {
  static final Duration SKEW = Duration.ofSeconds(60);
  private static final int SHORTEST_RSA = 2048;

  private IdTokens() {}

  /** Empty when anything about it is wrong; it does not say what. */
  static Optional<JWTClaimsSet> accept(
      String token, JWKSet keys, String issuer, String clientId, String nonce, Instant now) {
    try {
      // throws for a token that is not signed (alg none)
      var signed = SignedJWT.parse(token);
      return isSigned(signed, keys)
          ? Optional.of(signed.getJWTClaimsSet())
              .filter(claims -> isOurs(claims, issuer, clientId, nonce, now))
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key that the token names, if the set has it. */
  static boolean knows(String token, JWKSet keys) {
    try {
      var kid = SignedJWT.parse(token).getHeader().getKeyID();
      return kid == null || keys.getKeyByKeyId(kid) != null;
    } catch (ParseException e) {
      return true; // another set would not help
    }
  }

  private static boolean isSigned(SignedJWT token, JWKSet keys) throws JOSEException {
    var header = token.getHeader();
    for (var key : keys.getKeys()) {
      if (header.getKeyID() != null && !header.getKeyID().equals(key.getKeyID())) {
        continue;
      }
      var verifier = verifier(header.getAlgorithm(), key);
      if (verifier.isPresent() && token.verify(verifier.get())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<JWSVerifier> verifier(JWSAlgorithm algorithm, JWK key)
      throws JOSEException {
    if (algorithm.equals(JWSAlgorithm.RS256)
        && key instanceof RSAKey rsa
        && rsa.size() >= SHORTEST_RSA) {
      return Optional.of(new RSASSAVerifier(rsa));
    }
    if (algorithm.equals(JWSAlgorithm.ES256)
        && key instanceof ECKey ec
        && ec.getCurve().equals(Curve.P_256)) {
      return Optional.of(new ECDSAVerifier(ec));
    }
    if (algorithm.equals(JWSAlgorithm.EdDSA)
        && key instanceof OctetKeyPair okp
        && okp.getCurve().equals(Curve.Ed25519)) {
      return Optional.of(new Ed25519Verifier(okp.toPublicJWK()));
    }
    return Optional.empty();
  }

  private static boolean isOurs(
      JWTClaimsSet claims, String issuer, String clientId, String nonce, Instant now) {
    var expires = claims.getExpirationTime();
    var issued = claims.getIssueTime();
    return issuer.equals(claims.getIssuer())
        && claims.getAudience().contains(clientId)
        && (claims.getAudience().size() == 1 || clientId.equals(claims.getClaim("azp")))
        && nonce.equals(claims.getClaim("nonce"))
        && claims.getSubject() != null
        && !claims.getSubject().isBlank()
        && expires != null
        && now.isBefore(expires.toInstant().plus(SKEW))
        && issued != null
        && !issued.toInstant().minus(SKEW).isAfter(now);
  }
}
