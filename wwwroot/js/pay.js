// Comfort only; the page works without. One thing matters here: the link counts as opened when a person touches the page,
// not when a mail scanner loads it and runs its scripts. isTrusted is false for events that a script makes.
(() => {
  const path = location.pathname;

  let told = false;
  const onGesture = (event) => {
    if (told || !event.isTrusted || document.visibilityState !== "visible" || document.prerendering) {
      return;
    }
    told = true;
    fetch(`${path}/opened`, { method: "POST", keepalive: true }).catch(() => { told = false; });
  };
  for (const kind of ["pointerdown", "keydown", "touchstart"]) {
    addEventListener(kind, onGesture, { passive: true });
  }

  // What went wrong is said first: the summary of faults takes the focus.
  document.querySelector("[data-focus]")?.focus();

  // A second click does nothing: the first one is under way. Coming back with the Back button wakes the buttons up again.
  for (const form of document.forms) {
    const button = form.querySelector("button");
    form.addEventListener("submit", (event) => {
      if (button.hasAttribute("aria-disabled")) {
        event.preventDefault();
        return;
      }
      button.setAttribute("aria-disabled", "true");
    });
    addEventListener("pageshow", () => button.removeAttribute("aria-disabled"));
  }

  // The button says the sum that was typed, once it is one that can be read without guessing and may be paid.
  const amount = document.getElementById("Amount");
  const label = document.querySelector(".pay .parts");
  if (amount && label) {
    const { pay, money, digits, group, decimal, least, most } = amount.form.dataset;
    const plain = label.textContent;
    const minor = (typed) => {
      const [, whole, mark = "", part = ""] = /^\s*(\d{1,15})(?:([.,])(\d+))?\s*$/.exec(typed) ?? [];
      const unclear = whole === undefined || part.length > digits || (mark === "," && part.length === 3);
      return unclear ? NaN : Number(whole + part.padEnd(digits, "0"));
    };
    const written = (sum) => {
      const all = String(sum).padStart(Number(digits) + 1, "0");
      const whole = all.slice(0, all.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
      return digits > 0 ? whole + decimal + all.slice(-digits) : whole;
    };
    const tell = () => {
      const sum = minor(amount.value);
      const rest = Number(most) - sum;
      const fits = rest === 0 || (sum >= Math.max(Number(least), 1) && rest >= Number(least));
      amount.form.dataset.sum = fits ? sum : most;    // for the processor's own form, where it is on the page
      label.textContent = fits ? pay.replace("{amount}", () => money.replace(written(0), () => written(sum))) : plain;
    };
    amount.addEventListener("input", tell);
    addEventListener("pageshow", tell);

    // Whoever points at another amount wants to type it; arrow keys only look around, and the focus stays with them.
    let pointed = false;
    addEventListener("pointerdown", () => { pointed = true; });
    addEventListener("keydown", () => { pointed = false; });
    amount.form.addEventListener("change", (event) => { if (pointed && event.target.value === "other") { amount.focus(); } });
  }

  // A page that waits for news asks for it, ever more rarely, and shows it.
  const waiting = document.querySelector("[data-watch]");
  if (waiting) {
    const words = document.querySelector("[data-scripted]");
    words && (words.hidden = false);
    let pause = 2000;
    const ask = async () => {
      try {
        const answer = document.visibilityState === "visible" ? await fetch(`${path}/state`, { cache: "no-store" }) : null;
        if (answer?.ok && await answer.text() !== waiting.dataset.watch) {
          location.reload();
          return;
        }
      } catch {
        // No network for a moment: the next question will tell.
      }
      pause = Math.min(pause * 1.3, 30000);
      setTimeout(ask, pause);
    };
    setTimeout(ask, pause);
  }
})();
