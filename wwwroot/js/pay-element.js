// Stripe's own form for cards and banks, on our page. What a payer types there goes from Stripe's frames to Stripe: this script never sees it.
// Without this script, or with Stripe's blocked, the same form of ours posts itself and the payer goes on at Stripe's own page.
(() => {
  const place = document.querySelector("[data-form]");
  const form = place?.closest("form");
  if (!form) {
    return;
  }
  const patience = 8000;    // ms until a form that does not come counts as failed
  const { form: script, key, currency, ours, theirs, merchant, bank, other, declined, unapproved, lost, confirming } = place.dataset;
  const button = form.querySelector("button");
  const alarm = form.querySelector("p[role=alert]");
  const status = form.querySelector(":scope > p[role=status]");
  const faults = document.querySelector("[data-faults]");
  // Those that a payer who wants to pay by bank is offered first; Stripe leaves out what the account does not have.
  const banks = ["pay_by_bank", "ideal", "bancontact", "eps", "p24", "blik", "twint", "sepa_debit", "us_bank_account", "bacs_debit", "acss_debit", "au_becs_debit", "customer_balance"];

  let stripe, elements, element, state, units, busy = false;

  /** Shows what belongs to a state: loading, ready or failed. */
  const turn = (to) => {
    state = to;
    for (const part of document.querySelectorAll("[data-when]")) {
      part.hidden = !part.dataset.when.split(" ").includes(to);
    }
  };

  const appearance = () => {
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
      theme: matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "stripe",
      variables: {
        colorPrimary: token("brand"), colorBackground: token("paper"), colorText: token("ink"), colorTextSecondary: token("ink-2"),
        colorDanger: token("bad"), fontFamily: style.fontFamily, fontSizeBase: "16px", borderRadius: "10px",
      },
      rules: { ".Input": { border: `1px solid ${token("edge")}`, boxShadow: "none" }, ".Tab": { border: `1px solid ${token("line")}`, boxShadow: "none" } },
    };
  };

  const choice = (name) => form.elements.namedItem(`Input.${name}`)?.value;

  /** What is chosen above, as Stripe counts money; the server decides anew. */
  const chosen = () => Math.round(Number(choice("Choice") === other && form.dataset.sum || form.dataset.most) * theirs / ours);

  const order = () => choice("Method") === bank ? banks : ["card"];

  const draw = () => {
    stripe = Stripe(key, { locale: document.documentElement.lang });
    units = chosen();
    elements = stripe.elements({ mode: "payment", amount: units, currency, appearance: appearance() });
    element = elements.create("payment", { layout: "tabs", paymentMethodOrder: order(), business: { name: merchant } });
    element.on("ready", () => turn("ready"));
    element.on("loaderror", () => turn("failed"));
    element.mount(place.querySelector("div"));
  };

  const load = () => {
    turn("loading");
    const tag = document.createElement("script");
    tag.src = script;
    tag.onload = () => {
      try {
        draw();
      } catch {
        turn("failed");
      }
    };
    tag.onerror = () => turn("failed");
    document.head.append(tag);
    setTimeout(() => state === "loading" && turn("failed"), patience);
  };

  const alert = (words) => {
    alarm.textContent = words;
    alarm.hidden = false;
    alarm.focus();
  };

  /** Says at its field what is wrong with it, and all of it in front of the form: as the server's own page does. */
  const blame = (errors) => {
    for (const [name, words] of Object.entries(errors)) {
      const field = document.getElementById(name);
      const said = Object.assign(document.createElement("p"), { className: "error", id: `${name}-error`, textContent: words });
      field?.setAttribute("aria-describedby", `${said.id} ${field.getAttribute("aria-describedby") ?? ""}`.trim());
      if (field?.matches("fieldset")) {
        field.querySelector("legend").after(said);
      } else if (field) {
        field.setAttribute("aria-invalid", "true");
        (field.closest(".money") ?? field).after(said);
      }
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: `#${name}`, textContent: words }));
      faults?.querySelector("ul").append(item);
    }
    if (faults) {
      faults.hidden = false;
      faults.focus();
    } else {
      alert(Object.values(errors).join(" "));
    }
  };

  const forget = () => {
    alarm.hidden = true;
    for (const said of form.querySelectorAll(".error")) {
      const field = document.getElementById(said.id.replace("-error", ""));
      field?.removeAttribute("aria-invalid");
      field?.setAttribute("aria-describedby", (field.getAttribute("aria-describedby") ?? "").replace(said.id, "").trim());
      said.remove();
    }
    faults?.querySelector("ul").replaceChildren();
    faults && (faults.hidden = true);
  };

  const count = (sum) => {
    if (sum > 0 && sum !== units) {
      units = sum;
      elements.update({ amount: units });
      return true;
    }
    return false;
  };

  const ask = async () => {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" } });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
      throw new Error("Not an answer to this.");
    }
    return answer.json();
  };

  /** @returns whether the payer stays here and may try again. */
  const pay = async () => {
    if ((await elements.submit()).error) {
      return true;    // the form says itself what is missing
    }
    const answer = await ask();
    if (answer.errors || answer.trouble) {
      answer.errors ? blame(answer.errors) : alert(answer.trouble);
      return true;
    }
    if (answer.to || answer.key !== key) {
      location.assign(answer.to ?? `${new URL(form.action).pathname}/go`);    // of another account: it wants another form
      return false;
    }
    if (count(answer.units)) {
      await elements.submit();
    }
    status.textContent = confirming;
    const { error } = await stripe.confirmPayment({ elements, clientSecret: answer.secret, confirmParams: { return_url: answer.back } });
    const mayTryAgain = ["card_error", "validation_error"].includes(error?.type) || error?.payment_intent?.status === "requires_payment_method";
    if (!mayTryAgain) {
      location.assign(answer.back);    // nobody knows here: the server asks Stripe
      return false;
    }
    alert(error.type === "validation_error" ? error.message : error.code === "payment_intent_authentication_failure" ? unapproved : declined);
    return true;
  };

  form.addEventListener("submit", async (event) => {
    if (state === "failed") {
      return;    // the browser posts the form itself
    }
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = state === "ready";
    let stays = true;
    if (busy) {
      forget();
      try {
        stays = await pay();
      } catch {
        alert(lost);
      }
    }
    if (stays) {
      busy = false;
      status.textContent = "";
      setTimeout(() => button.removeAttribute("aria-disabled"));    // after whoever put it there at this click
    }
  });

  // Coming back with the Back button: the page is as it was left, and the payment may go on.
  addEventListener("pageshow", () => {
    busy = false;
    status.textContent = "";
  });

  form.addEventListener("input", () => element && count(chosen()));
  form.addEventListener("change", (event) => event.target.name === "Input.Method" && element?.update({ paymentMethodOrder: order() }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => elements?.update({ appearance: appearance() }));
  load();
})();
