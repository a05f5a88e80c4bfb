// Comfort only: each page of the settings works without. The preview follows what is typed, and a colour shows its shades.
(() => {
  const form = document.getElementById("settings");
  const calm = 600;    // milliseconds without a key

  const later = (act) => {
    let timer;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(act, calm);
    };
  };

  // What stands in the form goes to the preview's own page; of its answer the stage is shown here.
  const preview = document.querySelector("[data-preview]");
  if (form && preview) {
    const buttons = [...preview.querySelectorAll("button")];
    const shows = preview.querySelector("[data-preview-shows]");
    const says = preview.querySelector("[data-preview-says]");
    let chosen = buttons[0];
    let turn = 0;
    let picture = null;

    // A picture is too large to travel in an address: it is put in where it will stand, once the frame is there.
    const hang = () => {
      const place = shows.querySelector("iframe")?.contentDocument?.querySelector(".who .logo, .who .tile");
      if (place && picture) {
        const logo = place.ownerDocument.createElement("img");
        logo.className = "logo";
        logo.alt = "";
        logo.src = picture;
        place.replaceWith(logo);
      }
    };
    document.getElementById("Logo")?.addEventListener("change", (event) => {
      const file = event.target.files[0];
      const isPicture = file && ["image/png", "image/jpeg"].includes(file.type) && file.size <= Number(event.target.dataset.most);
      const reader = new FileReader();
      reader.addEventListener("load", () => {
        picture = reader.result;
        hang();
      });
      isPicture && reader.readAsDataURL(file);
    });

    const show = async () => {
      const mine = ++turn;
      const fields = new FormData(form);
      fields.delete("Logo");
      try {
        const answer = await fetch(chosen.formAction, { method: "POST", body: fields });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const stage = page.querySelector("main .stage");
        const source = (place) => place?.querySelector("iframe")?.getAttribute("src");
        if (mine !== turn) {
          return;
        }
        if (stage && source(stage) !== source(shows)) {
          shows.replaceChildren(document.adoptNode(stage));
          shows.querySelector("iframe")?.addEventListener("load", hang);
        }
        says.textContent = page.querySelector("main .faults") ? "Something in the form cannot be read yet: the preview leaves it out." : "";
      } catch {
        says.textContent = "The preview could not be fetched. What you typed is still here.";
      }
    };

    const choose = (button) => {
      chosen = button;
      for (const other of buttons) {
        other.setAttribute("aria-pressed", String(other === chosen));
      }
      show();
    };

    for (const button of buttons) {
      button.addEventListener("click", (event) => {
        event.preventDefault();
        choose(button);
      });
    }
    form.addEventListener("input", later(show));
    choose(chosen);
  }

  // A colour is picked or typed: both fields say the same, and what becomes of it is told by the server.
  const picker = document.querySelector("[data-picks]");
  const color = picker && document.getElementById(picker.dataset.picks);
  const shades = document.querySelector("[data-shades]");
  if (color && shades) {
    const isColor = (text) => /^#[0-9a-f]{6}$/i.test(text);
    const tell = later(async () => {
      const typed = color.value.trim();
      if (typed === "" || isColor(typed)) {
        const answer = await fetch(`${shades.dataset.shades}?color=${encodeURIComponent(typed)}`).catch(() => undefined);
        if (answer?.ok) {
          shades.innerHTML = await answer.text();
        }
      }
    });
    const follow = () => {
      if (isColor(color.value.trim())) {
        picker.value = color.value.trim();
      }
      tell();
    };
    picker.hidden = false;
    picker.value = isColor(color.value) ? color.value : "#0f5f59";
    picker.addEventListener("input", () => {
      color.value = picker.value;
      color.dispatchEvent(new Event("input", { bubbles: true }));
    });
    color.addEventListener("input", follow);
  }
})();
