// Sends a form that came back again by itself, after the seconds that the gateway asks for, and says so.
(function () {
  'use strict';

  const form = document.querySelector('form[data-again]');
  if (!form) {
    return;
  }
  const status = form.querySelector('[data-waiting]');
  let left = Number(form.dataset.again);

  function count() {
    if (form.dataset.sent) {
      return; // somebody pressed the button
    }
    if (left === 0) {
      form.requestSubmit();
      return;
    }
    status.textContent = status.dataset.waiting.replace('#', left);
    left -= 1;
    setTimeout(count, 1000);
  }
  count();
})();
