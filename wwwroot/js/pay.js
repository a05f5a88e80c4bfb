// Comfort only; the page works without. One thing matters here: the link counts as opened when a person touches the page,
// not when a mail scanner loads it and runs its scripts. isTrusted is false for events that a script makes.
(() => {
  const told = { gesture: false };
  const onGesture = (event) => {
    if (told.gesture || !event.isTrusted || document.visibilityState !== "visible" || document.prerendering) {
      return;
    }
    told.gesture = true;
    fetch(`${location.pathname}/opened`, { method: "POST", keepalive: true }).catch(() => { told.gesture = false; });
  };
  for (const kind of ["pointerdown", "keydown", "touchstart"]) {
    addEventListener(kind, onGesture, { passive: true });
  }

  // A second click on Pay does nothing: the first one is under way. Coming back with the Back button wakes it up again.
  const form = document.querySelector("form");
  const button = form?.querySelector("button.pay");
  form?.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
      return;
    }
    button.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => button?.removeAttribute("aria-disabled"));

  // Typing an amount means wanting to pay that amount; choosing a bank means paying by bank.
  const choose = (name, value) => { const radio = document.querySelector(`input[name="Input.${name}"][value="${value}"]`); if (radio) { radio.checked = true; } };
  document.getElementById("Amount")?.addEventListener("input", () => choose("Choice", "other"));
  document.getElementById("BankCode")?.addEventListener("change", (event) => { if (event.target.value) { choose("Method", "bank"); } });
})();
