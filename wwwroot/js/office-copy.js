// Copies what stands in a field. Without this script, or where a browser forbids it, the field can be copied by hand.
document.querySelectorAll("[data-copy]").forEach(button => {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      return;
    }
    document.getElementById("copied").textContent = "Copied.";
    button.textContent = "Copied";
  });
});
