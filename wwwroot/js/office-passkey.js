// Passkeys are made and used in a dialog of the browser, which only a script can open. Without one these forms stay hidden, and the page says why.
(() => {
  const known = window.PublicKeyCredential;
  if (!known?.parseCreationOptionsFromJSON || !known.parseRequestOptionsFromJSON) {
    return;
  }

  for (const words of document.querySelectorAll("[data-passkey-none]")) {
    words.hidden = true;
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const trouble = form.querySelector("[data-trouble]");
    const say = (words) => {
      trouble.textContent = words;
      trouble.hidden = !words;
    };
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say("");
      try {
        const reply = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        if (!reply.headers.get("content-type")?.includes("json")) {
          say("This page was open for too long. Reload it and try again.");
          return;
        }
        const asked = await reply.json();
        if (!reply.ok) {
          say(asked.fault);
          return;
        }
        const answer = form.dataset.passkey === "add"
          ? await navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(asked) })
          : await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(asked) });
        form.elements.Answer.value = JSON.stringify(answer.toJSON());
        form.submit();
      } catch (error) {
        say({
          NotAllowedError: "Nothing was done: the dialog was closed, or no passkey fits here.",
          InvalidStateError: "This device has a passkey for your account already.",
          SecurityError: "Passkeys work only at the address that this site is known by, over https.",
        }[error.name] ?? "The browser could not do that. Try again, or use another browser.");
      }
    });
  }
})();
