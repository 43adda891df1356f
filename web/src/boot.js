// Runs before anything is painted: colours and layout of the first frame. The build puts it inline.
(function () {
  var root = document.documentElement;
  var match = /[?&]theme=(light|dark|auto)/.exec(location.search);
  var saved = null;
  try { saved = localStorage.getItem("interleave.theme"); } catch (e) {}
  var theme = match ? match[1] : saved;
  if (theme !== "light" && theme !== "dark") theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = theme;
  // The machine is asked for while the page is still being read.
  // Without isolation the page may load once more with it, so the other program is not asked for yet.
  if (self.crossOriginIsolated) {
    [["modulepreload", "interleave.js"], ["preload", "interleave.wasm"]].forEach(function (pair) {
      var link = document.createElement("link");
      link.rel = pair[0];
      if (pair[0] === "preload") { link.as = "fetch"; link.crossOrigin = "anonymous"; }
      link.href = pair[1];
      document.head.appendChild(link);
    });
  }
  root.dataset.layout = root.dataset.page === "embed" || innerWidth < 900 ? "compact" : "wide";
})();
