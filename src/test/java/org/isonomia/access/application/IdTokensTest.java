package org.isonomia.access.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.isonomia.access.Role;
import org.junit.jupiter.api.Test;

class IdTokensTest {
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
  private static final ECKey KEY = key();
  private static final ECKey OTHER = key();

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://sso.example")
        .audience("isonomia")
        .subject("17")
        .claim("nonce", "n")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(300)));
  }

  private static String signed(JWTClaimsSet.Builder claims, ECKey key) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private static boolean accepts(String token, Instant now) {
    return IdTokens.accept(
            token, new JWKSet(KEY.toPublicJWK()), "https://sso.example", "isonomia", "n", now)
        .isPresent();
  }

  @Test
  void a_token_of_the_provider_for_this_sign_in_is_taken() throws JOSEException {
    assertThat(accepts(signed(claims(), KEY), NOW)).isTrue();
  }

  @Test
  void a_forged_signature_is_refused() throws JOSEException {
    assertThat(accepts(signed(claims(), OTHER), NOW)).isFalse();
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    assertThat(accepts(new PlainJWT(claims().build()).serialize(), NOW)).isFalse();
  }

  @Test
  void a_public_key_is_no_shared_secret() throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build();
    var token = new SignedJWT(header, claims().build());
    token.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes()));
    assertThat(accepts(token.serialize(), NOW)).isFalse();
  }

  @Test
  void another_nonce_issuer_or_audience_is_refused() throws JOSEException {
    assertThat(accepts(signed(claims().claim("nonce", "m"), KEY), NOW)).isFalse();
    assertThat(accepts(signed(claims().issuer("https://other.example"), KEY), NOW)).isFalse();
    assertThat(accepts(signed(claims().audience("another"), KEY), NOW)).isFalse();
    assertThat(accepts(signed(claims().audience(List.of("isonomia", "x")), KEY), NOW)).isFalse();
  }

  @Test
  void clocks_may_differ_by_a_minute_and_no_more() throws JOSEException {
    var token = signed(claims(), KEY);
    assertThat(accepts(token, NOW.plusSeconds(359))).isTrue();
    assertThat(accepts(token, NOW.plusSeconds(361))).isFalse();
    assertThat(accepts(token, NOW.minusSeconds(59))).isTrue();
    assertThat(accepts(token, NOW.minusSeconds(61))).isFalse();
  }

  @Test
  void roles_follow_the_claim_and_administrator_and_reader_stay_apart() {
    var map = SsoRoles.parse("office=CASE_HANDLER, it=SYSTEM_ADMINISTRATOR");
    assertThat(EnterBySso.roles(List.of("office", "choir"), map))
        .isEqualTo(Set.of(Role.CASE_HANDLER));
    assertThat(EnterBySso.roles(null, map)).isEmpty();
    assertThat(EnterBySso.areApart(EnterBySso.roles(List.of("office", "it"), map))).isTrue();
    assertThat(EnterBySso.areApart(EnterBySso.roles("it", map))).isFalse();
    assertThatThrownBy(() -> SsoRoles.parse("x=PARTNER_USER"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
