// Passkeys. Everything else on these pages works without this script.
(function () {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  // what the authenticator reckons its secret from: the same for everybody, the secret is not
  var ABOUT = new TextEncoder().encode("isonomia vault key, version 1");

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function reckoned(credential) {
    var prf = credential.getClientExtensionResults().prf;
    return prf && prf.results && prf.results.first ? text(prf.results.first) : "";
  }

  function answer(credential) {
    var response = credential.response;
    var sent = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject) {
      sent.attestationObject = text(response.attestationObject);
    } else {
      sent.authenticatorData = text(response.authenticatorData);
      sent.signature = text(response.signature);
      sent.userHandle = response.userHandle ? text(response.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id, type: credential.type, response: sent, clientExtensionResults: {}
    });
  }

  function ask(form) {
    var fields = new URLSearchParams();
    form.querySelectorAll("input[data-ask]").forEach(function (input) {
      fields.append(input.name, input.value);
    });
    return fetch(form.action + "/question", { method: "POST", body: fields }).then(function (got) {
      return got.json().then(function (body) {
        if (!got.ok) throw body.error ? new Error(body.error) : new Error(form.dataset.failed);
        return body.publicKey;
      });
    });
  }

  function add(form) {
    return ask(form).then(function (options) {
      options.challenge = bytes(options.challenge);
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = (options.excludeCredentials || []).map(known);
      options.extensions = { prf: { eval: { first: ABOUT } } };
      return navigator.credentials.create({ publicKey: options }).then(function (made) {
        var prf = made.getClientExtensionResults().prf;
        if (reckoned(made) || !prf || !prf.enabled) return [made, reckoned(made)];
        // many reckon it at a signature only; this one is sent to nobody
        return navigator.credentials.get({ publicKey: {
          challenge: crypto.getRandomValues(new Uint8Array(32)),
          rpId: options.rp.id,
          allowCredentials: [{ type: "public-key", id: made.rawId }],
          userVerification: "required",
          extensions: { prf: { eval: { first: ABOUT } } }
        } }).then(function (again) { return [made, reckoned(again)]; });
      });
    });
  }

  function known(descriptor) {
    return { type: descriptor.type, id: bytes(descriptor.id) };
  }

  function get(form) {
    return ask(form).then(function (options) {
      options.challenge = bytes(options.challenge);
      options.allowCredentials = [];
      options.extensions = { prf: { eval: { first: ABOUT } } };
      return navigator.credentials.get({ publicKey: options }).then(function (found) {
        return [found, reckoned(found)];
      });
    });
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    var told = form.querySelector("[data-told]");
    var button = form.querySelector("button");
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      told.hidden = true;
      button.disabled = true;
      (form.dataset.passkey === "add" ? add(form) : get(form)).then(function (done) {
        form.elements.answer.value = answer(done[0]);
        form.elements.reckoned.value = done[1];
        form.submit();
      }).catch(function (problem) {
        // what the browser says is for engineers; what we say is for people
        told.textContent = problem.constructor === Error ? problem.message : form.dataset.failed;
        told.hidden = false;
        button.disabled = false;
      });
    });
  });
})();
