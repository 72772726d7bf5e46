// Runs before anything is drawn, so that nothing flashes in other colours.
(function () {
  "use strict";
  try {
    var theme = localStorage.getItem("vitrine-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (error) {
    // Storage may be switched off; the colours then follow the system.
  }
})();
