// Shift three times within two seconds leaves the page; the link does the same without a script.
(function () {
  var presses = [];
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") { presses = []; return; }
    presses.push(Date.now());
    if (presses.length > 3) presses.shift();
    if (presses.length === 3 && presses[2] - presses[0] < 2000) {
      document.documentElement.hidden = true;
      location.replace(document.getElementById("exit").href);
    }
  });
})();
