// Stands in for Stripe's script, as far as our page uses it, and more strictly: an option or an order of calls that the real one does not
// know is an error here. Its form is in a frame of its own origin; it talks to the local Stripe. __API__ and __FAILS__ are filled in by the test.
window.Stripe = (key, options = {}) => {
  const api = "__API__";
  const only = (what, given, known) => {
    const odd = Object.keys(given).filter((name) => !known.includes(name));
    if (odd.length > 0) {
      throw new Error(`${what} takes no ${odd}.`);
    }
  };
  only("Stripe()", options, ["locale"]);
  if (!/^pk_(test|live)_/.test(key)) {
    throw new Error("That is no publishable key.");
  }

  const look = ({ theme, variables, rules }) => {
    if (!["stripe", "night", "flat"].includes(theme) || Object.values(variables).some((v) => typeof v !== "string" || v === "")) {
      throw new Error("That is no appearance.");
    }
    Object.keys(rules).forEach((name) => name.startsWith(".") || only("rules", { [name]: 1 }, []));
  };

  const elements = (wish) => {
    only("elements()", wish, ["mode", "amount", "currency", "appearance"]);
    const it = { ...wish, submitted: false, heard: {} };
    const judge = () => {
      if (it.mode !== "payment" || !Number.isInteger(it.amount) || it.amount < 1 || !/^[a-z]{3}$/.test(it.currency)) {
        throw new Error(`Not a payment: ${it.mode} ${it.amount} ${it.currency}`);
      }
      look(it.appearance);
    };
    judge();
    const tell = (message) => it.frame?.contentWindow.postMessage(message, "*");
    const draw = () => tell({ draw: { order: it.order, dark: it.appearance.theme === "night", ...it.appearance.variables, locale: options.locale } });
    it.values = () => new Promise((resolve) => {
      addEventListener("message", (event) => event.source === it.frame.contentWindow && resolve(event.data), { once: true });
      tell({ ask: true });
    });
    it.create = (kind, more) => {
      only("create()", more, ["layout", "paymentMethodOrder", "business"]);
      if (kind !== "payment" || typeof more.business.name !== "string") {
        throw new Error("Not a payment element.");
      }
      it.order = more.paymentMethodOrder;
      return {
        on: (event, handler) => { only("on()", { [event]: 1 }, ["ready", "loaderror", "change"]); it.heard[event] = handler; },
        update: (changes) => { only("element.update()", changes, ["paymentMethodOrder", "layout", "business"]); it.order = changes.paymentMethodOrder ?? it.order; draw(); },
        mount: (place) => {
          it.frame = Object.assign(document.createElement("iframe"), { src: "https://js.stripe.com/stand-in/form.html", title: "Secure payment input frame" });
          it.frame.style.cssText = "border: 0; inline-size: 100%; block-size: 250px; display: block; color-scheme: auto";
          it.frame.onload = () => {
            draw();
            "__FAILS__" === "true" ? it.heard.loaderror({ error: { message: "The form could not be loaded." } }) : it.heard.ready({});
          };
          place.append(it.frame);
        },
      };
    };
    it.update = (changes) => { only("elements.update()", changes, ["amount", "currency", "appearance"]); Object.assign(it, changes); it.submitted = false; judge(); draw(); };
    it.submit = async () => {
      const { number } = await it.values();
      it.submitted = number !== "";
      number === "" && tell({ missing: true });
      return it.submitted ? {} : { error: { type: "validation_error", message: "Your card number is incomplete." } };
    };
    return it;
  };

  const confirmPayment = async ({ elements: it, clientSecret, confirmParams }) => {
    only("confirmParams", confirmParams, ["return_url"]);
    if (!it.submitted) {
      throw new Error("elements.submit() must be called before stripe.confirmPayment().");
    }
    it.submitted = false;
    const id = clientSecret.split("_secret_")[0];
    const ask = async (path, more) => (await fetch(`${api}v1/payment_intents/${id}${path}`, more)).json();
    const intent = await ask(`?key=${key}&client_secret=${clientSecret}`);
    if (intent.error) {
      return { error: intent.error };
    }
    if (intent.amount !== it.amount || intent.currency !== it.currency) {
      return { error: { type: "invalid_request_error", message: `The form is over ${it.amount} ${it.currency}, the intent over ${intent.amount} ${intent.currency}.` } };
    }
    const { kind, number } = await it.values();
    const name = kind === "card" ? "payment_method_data[card][number]" : "payment_method_data[sepa_debit][iban]";
    const answer = await ask("/confirm", {
      method: "POST",
      body: new URLSearchParams({ key, client_secret: clientSecret, return_url: confirmParams.return_url, "payment_method_data[type]": kind, [name]: number }),
    });
    if (answer.error) {
      return { error: answer.error };
    }
    const to = new URL(answer.next_action?.redirect_to_url?.url ?? confirmParams.return_url);
    if (!answer.next_action) {
      to.searchParams.set("payment_intent", id);
      to.searchParams.set("payment_intent_client_secret", clientSecret);
      to.searchParams.set("redirect_status", "succeeded");
    }
    location.assign(to);
    return new Promise(() => {});
  };

  return { elements, confirmPayment };
};
