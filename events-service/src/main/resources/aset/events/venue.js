// A venue that was chosen changes the form as if it had been typed: zone and clashes are asked for again.
document.addEventListener("htmx:afterSettle", function (event) {
  "use strict";
  if (event.target.id === "isian-tempat") event.target.dispatchEvent(new Event("change", {bubbles: true}));
});
