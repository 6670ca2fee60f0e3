"use strict";
// On a narrow page a map is as high as what it holds, so that only the page scrolls and a finger is never caught.
(() => {
  const frame = document.getElementById("map");
  const narrow = matchMedia("(max-width: 900px)");
  let watching;

  function fit() {
    const held = frame.contentDocument?.body;
    if (!held) return;
    frame.style.height = narrow.matches ? `${Math.ceil(held.getBoundingClientRect().height) + 4}px` : "";
  }

  function watch() {
    watching?.disconnect();
    watching = new ResizeObserver(fit);
    if (frame.contentDocument?.body) watching.observe(frame.contentDocument.body);
    fit();
  }

  frame.addEventListener("load", watch);
  narrow.addEventListener("change", fit);
  watch();
})();
