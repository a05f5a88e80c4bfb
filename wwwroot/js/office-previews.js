// Comfort only: a choice shows at once, without the button. Without this the button does it.
document.querySelectorAll('form[data-auto]').forEach(form => {
  form.addEventListener('change', () => form.requestSubmit());
});
