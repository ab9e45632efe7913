// Whoever leaves a form with fields that are not saved is asked first, in the words of the browser.
(function () {
  "use strict";

  let changed = false;

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form:has(.submit-row)");
    if (!form || window !== window.top) {
      return; // in its box the CMS asks itself
    }
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("change", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
  });

  window.addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
})();
