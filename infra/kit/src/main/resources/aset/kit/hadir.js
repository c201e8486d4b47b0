// Small comforts on top of pages that work without script.
(function () {
  "use strict";
  var words = document.body.dataset;

  // One press sends one form: a second press on a slow line does nothing.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method.toLowerCase() !== "post" || form.hasAttribute("hx-post") || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    var button = event.submitter;
    if (!button) return;
    button.setAttribute("aria-disabled", "true");
    button.dataset.label = button.innerHTML;
    button.textContent = words.sending;
  });

  // Coming back with the back button finds the form ready again.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled][data-label]").forEach(function (button) {
        button.removeAttribute("aria-disabled");
        button.innerHTML = button.dataset.label;
      });
    });
  });

  // data-copy="#id": copies that element's text. data-print: prints. data-confirm: asks first.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy],[data-print],[data-confirm]");
    if (!button) return;
    if (button.dataset.confirm && !window.confirm(button.dataset.confirm)) event.preventDefault();
    if (button.hasAttribute("data-print")) window.print();
    if (button.dataset.copy && navigator.clipboard) {
      navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent).then(function () {
        var status = button.querySelector("[data-copied]");
        if (status) status.textContent = status.dataset.copied;
      });
    }
  });

  // data-pick-day="ID": the device's own calendar fills that field, which takes typed dates too.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-pick-day]");
    if (!button) return;
    var calendar = button.nextElementSibling;
    calendar.onchange = function () {
      var field = document.getElementById(button.dataset.pickDay);
      field.value = calendar.value.split("-").reverse().map(Number).join("/");
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    calendar.showPicker();
  });

  // What needs script appears only where there is script.
  document.querySelectorAll("[data-script-only]").forEach(function (part) { part.hidden = false; });

  // The error summary gets the focus, so that a screen reader reads it first.
  var summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // A lost connection is said, not left to be guessed.
  var note;
  function connection() {
    if (navigator.onLine) { if (note) note.remove(); note = null; return; }
    if (note) return;
    note = document.createElement("p");
    note.className = "banner banner--wait";
    note.setAttribute("role", "status");
    note.textContent = words.offline;
    document.querySelector("main").prepend(note);
  }
  window.addEventListener("online", connection);
  window.addEventListener("offline", connection);

  // data-seats="URL": says how many seats are left, once it comes into view.
  function tellSeats(part) {
    fetch(part.dataset.seats).then(function (answer) { return answer.ok ? answer.json() : null; }).then(function (seats) {
      if (!seats || seats.remaining === null) return;
      part.querySelector("span").textContent =
        seats.remaining > 0 ? part.dataset.left.replace("#", seats.remaining) : part.dataset.full;
      part.hidden = false;
    }).catch(function () {});
  }
  var seats = document.querySelectorAll("[data-seats]");
  if (seats.length && window.IntersectionObserver) {
    var watching = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        if (!one.isIntersecting) return;
        watching.unobserve(one.target);
        tellSeats(one.target.querySelector("[data-seats]") || one.target);
      });
    });
    seats.forEach(function (part) { watching.observe(part.parentElement.parentElement); });
  }

  // htmx sends the session's token with every unsafe request.
  document.addEventListener("htmx:configRequest", function (event) {
    var token = document.querySelector("input[name=_csrf]");
    if (token && event.detail.verb !== "get") event.detail.headers["X-CSRF-Token"] = token.value;
  });
})();
