package org.isonomia.access.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isonomia.access.domain.Account;
import org.isonomia.access.domain.Passkey;
import org.isonomia.access.domain.PasskeyChallenge;
import org.isonomia.access.domain.Passkeys;
import org.isonomia.access.domain.Tokens;
import org.isonomia.privacy.HouseSecret;

/**
 * What authenticators are asked and whether their answers hold, by the rules of WebAuthn. The
 * person at the authenticator must have shown who they are (user verification); which make it is
 * nobody asks (no attestation). The only class that knows the library.
 */
@ApplicationScoped
class PasskeyCeremony {
  private static final int CHALLENGE = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** An answer that does not hold; it does not say why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean counter;

    Refused(boolean counter) {
      super("passkey");
      this.counter = counter;
    }

    /** Whether the signature was right and the counter went backwards. */
    boolean isCounter() {
      return counter;
    }
  }

  @Inject Passkeys passkeys;
  @Inject HouseSecret house;

  @Inject
  @ConfigProperty(name = "isonomia.base.url")
  Optional<String> baseUrl;

  /** Browsers tie passkeys to a name: an address in numbers has none. */
  boolean isPossible() {
    var host = host();
    return !host.isEmpty() && !host.contains(":") && !host.matches("[0-9.]+");
  }

  private String host() {
    return baseUrl
        .map(URI::create)
        .map(URI::getHost)
        .map(host -> host.replaceAll("[\\[\\]]", ""))
        .orElse("");
  }

  private RelyingParty party() {
    return RelyingParty.builder()
        .identity(RelyingPartyIdentity.builder().id(host()).name("Isonomia").build())
        .credentialRepository(new Repository())
        .origins(Set.of(baseUrl.orElse("")))
        .build();
  }

  /** The question for a new passkey, as JSON for the browser. */
  String askForNew(Account account, String name) {
    var challenge = ask(account.id());
    try {
      return creation(account, name, challenge).toCredentialsCreateJson();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options");
    }
  }

  /** The question for any passkey of this house, as JSON for the browser. */
  String askForAny() {
    try {
      return assertion(ask(null)).toCredentialsGetJson();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options");
    }
  }

  private ByteArray ask(Long accountId) {
    var challenge = new byte[CHALLENGE];
    RANDOM.nextBytes(challenge);
    var asked = new ByteArray(challenge);
    var now = Instant.now();
    passkeys.ask(new PasskeyChallenge(hash(asked), accountId, now), now);
    return asked;
  }

  private static String hash(ByteArray challenge) {
    return Tokens.hash(challenge.getBase64Url());
  }

  private PublicKeyCredentialCreationOptions creation(
      Account account, String name, ByteArray challenge) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(party().getIdentity())
        .user(
            UserIdentity.builder()
                .name(account.login())
                .displayName(name)
                .id(handle(account.id()))
                .build())
        .challenge(challenge)
        .pubKeyCredParams(
            List.of(
                PublicKeyCredentialParameters.ES256,
                PublicKeyCredentialParameters.EdDSA,
                PublicKeyCredentialParameters.RS256))
        .excludeCredentials(descriptors(account.id()))
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .attestation(AttestationConveyancePreference.NONE)
        .timeout(PasskeyChallenge.LASTS.toMillis())
        .build();
  }

  private AssertionRequest assertion(ByteArray challenge) {
    return AssertionRequest.builder()
        .publicKeyCredentialRequestOptions(
            PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(host())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(PasskeyChallenge.LASTS.toMillis())
                .build())
        .build();
  }

  /** What the authenticators call this person: random to everybody without the secret. */
  private ByteArray handle(long accountId) {
    return new ByteArray(house.key("passkeys of " + accountId));
  }

  private Set<PublicKeyCredentialDescriptor> descriptors(long accountId) {
    return passkeys.of(accountId).stream()
        .map(p -> PublicKeyCredentialDescriptor.builder().id(bytes(p.credential())).build())
        .collect(Collectors.toSet());
  }

  /** A new passkey's public half, once its answer holds and was asked of this person. */
  record New(String credential, String userHandle, byte[] coseKey, long counter) {}

  New acceptNew(Account account, String name, String answer) throws Refused {
    try {
      var response = PublicKeyCredential.parseRegistrationResponseJson(answer);
      var challenge = response.getResponse().getClientData().getChallenge();
      requireAsked(challenge, account.id());
      RegistrationResult result =
          party()
              .finishRegistration(
                  FinishRegistrationOptions.builder()
                      .request(creation(account, name, challenge))
                      .response(response)
                      .build());
      return new New(
          result.getKeyId().getId().getBase64Url(),
          handle(account.id()).getBase64Url(),
          result.getPublicKeyCose().getBytes(),
          result.getSignatureCount());
    } catch (IOException | RegistrationFailedException | IllegalArgumentException e) {
      throw new Refused(false);
    }
  }

  /**
   * Which passkey answered.
   *
   * @param credential its identifier
   * @param counter how often it says it has signed
   */
  record Answered(String credential, long counter) {}

  /** The credential that an answer names, whether it holds or not. */
  Optional<String> named(String answer) {
    try {
      return Optional.of(
          PublicKeyCredential.parseAssertionResponseJson(answer).getId().getBase64Url());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Answered accept(String answer) throws Refused {
    try {
      var response = PublicKeyCredential.parseAssertionResponseJson(answer);
      var challenge = response.getResponse().getClientData().getChallenge();
      requireAsked(challenge, null);
      AssertionResult result =
          party()
              .finishAssertion(
                  FinishAssertionOptions.builder()
                      .request(assertion(challenge))
                      .response(response)
                      .build());
      if (!result.isSuccess() || !result.isUserVerified()) {
        throw new Refused(false);
      }
      return new Answered(
          result.getCredential().getCredentialId().getBase64Url(), result.getSignatureCount());
    } catch (InvalidSignatureCountException e) {
      throw new Refused(true);
    } catch (IOException | AssertionFailedException | IllegalArgumentException e) {
      throw new Refused(false);
    }
  }

  private void requireAsked(ByteArray challenge, Long accountId) throws Refused {
    var asked = passkeys.take(hash(challenge), Instant.now());
    if (asked.isEmpty() || !java.util.Objects.equals(asked.get().accountId(), accountId)) {
      throw new Refused(false);
    }
  }

  private static ByteArray bytes(String base64Url) {
    try {
      return ByteArray.fromBase64Url(base64Url);
    } catch (Base64UrlException e) {
      throw new IllegalStateException("a stored passkey");
    }
  }

  /** The tables as the library reads them; its names of users are the numbers of accounts. */
  private final class Repository implements CredentialRepository {
    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
      return descriptors(Long.parseLong(username));
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
      return Optional.of(handle(Long.parseLong(username)));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
      return passkeys.accountOf(userHandle.getBase64Url()).map(String::valueOf);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray userHandle) {
      return passkeys
          .find(credential.getBase64Url())
          .filter(p -> p.userHandle().equals(userHandle.getBase64Url()))
          .map(Repository::registered);
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
      return passkeys.find(credential.getBase64Url()).stream()
          .map(Repository::registered)
          .collect(Collectors.toSet());
    }

    private static RegisteredCredential registered(Passkey passkey) {
      return RegisteredCredential.builder()
          .credentialId(bytes(passkey.credential()))
          .userHandle(bytes(passkey.userHandle()))
          .publicKeyCose(new ByteArray(passkey.coseKey()))
          .signatureCount(passkey.counter())
          .build();
    }
  }
}
