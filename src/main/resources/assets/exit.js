// Shift three times leaves the page; the link does the same without a script. Nothing but the presses
// of Shift is looked at, and nothing is kept.
(function () {
  var presses = [];
  var alone = false;
  var said = document.getElementById("exit-said");
  function say(words) { if (said) said.textContent = words; }
  function forget() { presses = []; say(""); }
  document.addEventListener("keydown", function (event) {
    // Shift for a capital letter is no press of Shift alone
    alone = event.key === "Shift";
    if (!alone && presses.length) forget();
  });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    var now = Date.now();
    presses = presses.filter(function (at) { return now - at < 5000; });
    presses.push(now);
    if (presses.length === 3) {
      document.documentElement.hidden = true;
      location.replace(document.getElementById("exit").href);
    } else if (said) {
      say(presses.length === 2 ? said.dataset.one : said.dataset.two);
      setTimeout(function () {
        if (presses.length && Date.now() - presses[presses.length - 1] >= 5000) forget();
      }, 5100);
    }
  });
})();
