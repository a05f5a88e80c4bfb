// Files of invoices: dropping one onto the form, and watching one being worked on. Without this script the form and a refreshed page do the same.
const drop = document.querySelector("[data-drop]");

if (drop) {
  const input = drop.querySelector("input[type=file]");
  drop.querySelector("[data-drop-hint]").hidden = false;
  const mark = on => event => {
    event.preventDefault();
    drop.classList.toggle("over", on);
  };
  drop.addEventListener("dragover", mark(true));
  drop.addEventListener("dragleave", mark(false));
  drop.addEventListener("drop", event => {
    mark(false)(event);
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      input.focus();
    }
  });
}

const live = document.querySelector("[data-live]");
const working = ["Reading", "Judging", "Held", "Processing"];

const watch = async () => {
  if (!document.hidden) {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html").querySelector("[data-live]");
      if (!page || page.dataset.stage !== live.dataset.stage) {
        location.reload();
        return;
      }
      const [was, is] = [live.querySelector("[role=status]"), page.querySelector("[role=status]")];
      const [bar, now] = [live.querySelector("progress"), page.querySelector("progress")];
      if (was && is && was.textContent !== is.textContent) was.textContent = is.textContent;
      if (bar && now) bar.replaceWith(now);
    } catch {
      // The next try may find the site again.
    }
  }
  setTimeout(watch, 1500);
};

if (live && working.includes(live.dataset.stage)) setTimeout(watch, 1000);
