"use strict";
// Progressive enhancement: pages work without this script. Style sheets detect it by the class.
document.documentElement.classList.add("scripted");

/* ---------- results: filters and announcements ---------- */

const wide = matchMedia("(min-width: 64em)");
const openDetails = new Map();
let focused = "";

function rememberOpen() {
  for (const details of document.querySelectorAll("#_answer details[id]")) openDetails.set(details.id, details.open);
  focused = document.activeElement?.id;
}

function restoreOpen() {
  for (const details of document.querySelectorAll("#_answer details[id]")) {
    if (openDetails.get(details.id)) details.open = true;
  }
  openFilters();
  // An element that was closed temporarily has lost the focus.
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({ preventScroll: true });
}

// Beside the results the filters are always open; CSS alone supports this in newer browsers only.
function openFilters() {
  const filters = document.getElementById("_filters");
  if (filters && wide.matches) filters.open = true;
}

function announce(text) {
  document.getElementById("_announcement").textContent = text;
}

document.addEventListener("htmx:beforeSwap", rememberOpen);
document.addEventListener("htmx:afterSettle", () => {
  restoreOpen();
  const count = document.querySelector("[data-announce]");
  if (count) announce(count.textContent);
});
document.addEventListener("htmx:responseError", (event) => {
  location.assign(event.detail.pathInfo.finalRequestPath);
});
document.addEventListener("htmx:sendError", () => {
  announce("検索できませんでした。Jirei が動いているか確かめてください。");
});

/* ---------- case page: navigation between matches ---------- */

function stepThroughHits(bar) {
  const hits = [...document.querySelectorAll("mark[id^='_hit-']")];
  if (hits.length === 0) return;
  const place = bar.querySelector("[data-place]");
  const keys = bar.querySelector("[data-keys]");
  let current = firstInSection();

  // Results link to a section: numbering starts there.
  function firstInSection() {
    const section = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return section ? hits.findIndex((hit) => section.contains(hit)) : -1;
  }

  function show() {
    hits.forEach((hit, at) => hit.classList.toggle("current", at === current));
    place.textContent = `${current < 0 ? "–" : current + 1} / ${hits.length}`;
  }

  function step(by) {
    current = current < 0 && by < 0 ? hits.length - 1 : (current + by + hits.length) % hits.length;
    show();
    hits[current].scrollIntoView({ block: "center" });
  }

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (!keys.checked || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
  addEventListener("hashchange", () => {
    const at = firstInSection();
    if (at >= 0) current = at;
    show();
  });
  show();
}

openFilters();
wide.addEventListener("change", () => {
  const filters = document.getElementById("_filters");
  if (filters) filters.open = wide.matches;
});
for (const bar of document.querySelectorAll("[data-hits]")) {
  if (bar.querySelector("[data-place]")) stepThroughHits(bar);
}
const outline = document.querySelector(".outline details");
if (outline && !matchMedia("(min-width: 64em)").matches) outline.open = false;
