// What was found comes into view, above the keyboard of a phone.
document.addEventListener("htmx:afterSettle", function (event) {
  "use strict";
  var found = event.target.closest("#tempat");
  if (found) found.scrollIntoView({block: "nearest"});
});

// A venue that was chosen changes the form as if it had been typed: zone and clashes are asked for again.
document.addEventListener("htmx:afterSettle", function (event) {
  "use strict";
  if (event.target.id === "isian-tempat") event.target.dispatchEvent(new Event("change", {bubbles: true}));
});
