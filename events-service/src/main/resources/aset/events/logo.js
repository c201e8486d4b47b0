// Sends the picture of a letterhead, or takes it away.
(function () {
  "use strict";
  var form = document.querySelector("form[data-logo]");
  if (!form) return;
  var status = form.querySelector("[data-status]");

  function send(method, body) {
    var headers = { "X-CSRF-Token": form.dataset.token };
    if (body) headers["Content-Type"] = body.type;
    fetch(form.dataset.logo, { method: method, headers: headers, body: body }).then(function (answer) {
      if (answer.ok) { location.reload(); return; }
      return answer.json().then(function (problem) {
        status.textContent = (problem.errors && problem.errors[0] && problem.errors[0].message) || form.dataset.failed;
      });
    }).catch(function () { status.textContent = form.dataset.failed; });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var file = form.querySelector("input[type=file]").files[0];
    if (!file) return;
    if (file.size > form.dataset.max) { status.textContent = form.dataset.tooLarge; return; }
    send("PUT", file);
  });
  var remove = form.querySelector("[data-remove]");
  if (remove) remove.addEventListener("click", function () { send("DELETE"); });
})();
