// Sends forms with data-upload, a file among them, and shows how far the file is.
(function () {
  "use strict";

  document.querySelectorAll("form[data-upload]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      send(form);
    });
  });

  function send(form) {
    var file = form.elements.file.files[0];
    clear(form);
    if (file.size > Number(form.dataset.max)) {
      wrong(form, "file", form.dataset.tooLarge);
      return;
    }
    var request = new XMLHttpRequest();
    request.open(form.dataset.method, form.dataset.upload);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    var token = document.querySelector("input[name=_csrf]").value;
    if (token) request.setRequestHeader("X-CSRF-Token", token);
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable) progress(form, Math.floor(event.loaded * 100 / event.total));
    });
    request.addEventListener("load", function () {
      busy(form, false);
      if (request.status >= 200 && request.status < 300) arrived(form);
      else refused(form, request);
    });
    request.addEventListener("error", function () {
      busy(form, false);
      say(form, form.dataset.failed);
    });
    busy(form, true);
    progress(form, 0);
    request.send(fields(form));
  }

  // The time is typed in the event's zone, which the browser need not be in.
  function fields(form) {
    var data = new FormData(form);
    var release = data.get("releaseAt");
    if (release) data.set("releaseAt", release + (release.length === 16 ? ":00" : "") + form.dataset.offset);
    return data;
  }

  function arrived(form) {
    var here = location.pathname + location.search;
    location.href = form.dataset.after;
    if (form.dataset.after.split("#")[0] === here) location.reload();
  }

  function refused(form, request) {
    var problem;
    try { problem = JSON.parse(request.responseText); } catch (unreadable) { problem = {}; }
    (problem.errors || []).forEach(function (error) { wrong(form, error.field, error.message); });
    if (!problem.errors) say(form, problem.detail || form.dataset.failed);
    var first = form.querySelector("[aria-invalid]");
    if (first) first.focus();
  }

  function wrong(form, field, message) {
    var box = form.querySelector('[data-field="' + field + '"]');
    if (!box) { say(form, message); return; }
    box.classList.add("field--wrong");
    var text = document.createElement("p");
    text.className = "field__error";
    text.setAttribute("role", "alert");
    text.textContent = message;
    box.append(text);
    box.querySelector("input, select").setAttribute("aria-invalid", "true");
  }

  function clear(form) {
    say(form, "");
    form.querySelectorAll(".field--wrong").forEach(function (box) { box.classList.remove("field--wrong"); });
    form.querySelectorAll(".field__error").forEach(function (text) { text.remove(); });
    form.querySelectorAll("[aria-invalid]").forEach(function (input) { input.removeAttribute("aria-invalid"); });
  }

  function progress(form, percent) {
    form.querySelector("progress").value = percent;
    say(form, form.dataset.progress.replace("%", percent + "%"));
  }

  function say(form, message) {
    form.querySelector("[data-status]").textContent = message;
  }

  function busy(form, sending) {
    form.querySelector("progress").hidden = !sending;
    form.querySelector("button[type=submit]").disabled = sending;
  }
})();
