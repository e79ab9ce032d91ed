"use strict";
// Progressive enhancement: pages work without this script. Style sheets detect it by the class.
document.documentElement.classList.add("scripted");

/* ---------- results: filters and announcements ---------- */

const wide = matchMedia("(min-width: 64em)");
const openDetails = new Map();
let used = {};

// The control in use keeps its place in the window while the answer is replaced around it.
function rememberPlace(event) {
  for (const details of document.querySelectorAll("#_answer details[id]")) openDetails.set(details.id, details.open);
  const control = [document.activeElement, event.detail.requestConfig?.triggeringEvent?.target]
    .find((element) => element?.id && element.closest("#_answer"));
  used = { id: control?.id, top: control?.getBoundingClientRect().top, scroll: scrollY, focused: document.activeElement?.id };
}

function restoreOpen() {
  for (const details of document.querySelectorAll("#_answer details[id]")) {
    if (openDetails.get(details.id)) details.open = true;
  }
  placeFilters();
}

function restorePlace() {
  restoreOpen();
  // An element that was closed temporarily has lost the focus.
  if (used.focused && document.activeElement === document.body) document.getElementById(used.focused)?.focus({ preventScroll: true });
  const control = used.id && document.getElementById(used.id);
  if (control) scrollBy({ top: control.getBoundingClientRect().top - used.top, behavior: "instant" });
  else scrollTo({ top: used.scroll, behavior: "instant" });
}

// Beside the results the filters are always open and come after the hits; above the results they come first, for the keyboard too.
function placeFilters() {
  const filters = document.getElementById("_filters");
  if (!filters) return;
  if (wide.matches) {
    filters.open = true;
    if (filters.nextElementSibling) filters.parentElement.append(filters);
  } else {
    document.querySelector(".results-bar").before(filters);
  }
}

// The same text is announced again only if the region was empty in between.
function announce(text) {
  const region = document.getElementById("_announcement");
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = text; });
}

function onAnswer(name, listener) {
  document.addEventListener(name, (event) => {
    if (event.detail.target?.id === "_answer") listener(event);
  });
}

onAnswer("htmx:beforeSwap", rememberPlace);
onAnswer("htmx:afterSwap", restorePlace);
document.addEventListener("htmx:historyRestore", restoreOpen);
onAnswer("htmx:afterSettle", () => {
  const texts = [...document.querySelectorAll("[data-announce]")].map((element) => element.textContent.trim());
  if (texts.length > 0) announce(texts.join(" "));
});
document.addEventListener("htmx:responseError", (event) => {
  location.assign(event.detail.pathInfo.finalRequestPath);
});
document.addEventListener("htmx:sendError", () => {
  announce("検索できませんでした。Jirei が動いているか確かめてください。");
});

/* ---------- keys ---------- */

/** Whether a key is meant for the control that has the focus, the input method or the browser. */
function isTaken(event) {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  return typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
}

// Speech input may type the slash: the help page has a switch.
const Slash = {
  KEY: "jirei.slash",
  isOn() {
    try {
      return localStorage.getItem(this.KEY) !== "off";
    } catch {
      return true;
    }
  },
  set(on) {
    try {
      if (on) localStorage.removeItem(this.KEY);
      else localStorage.setItem(this.KEY, "off");
    } catch {
      announce("このブラウザーには設定を保存できません。");
    }
  },
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.documentElement.classList.add("without-names");
  const box = document.getElementById("_q");
  if (event.key !== "/" || !box || isTaken(event) || !Slash.isOn()) return;
  event.preventDefault();
  box.focus();
  box.select();
});
for (const name of ["focusin", "pointerover"]) {
  document.addEventListener(name, () => document.documentElement.classList.remove("without-names"));
}
const slashSwitch = document.getElementById("_slash");
if (slashSwitch) {
  slashSwitch.checked = Slash.isOn();
  slashSwitch.addEventListener("change", () => Slash.set(slashSwitch.checked));
}

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
    const fold = hits[current].closest("details");
    if (fold) fold.open = true;
    hits[current].scrollIntoView({ block: "center" });
  }

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || isTaken(event)) return;
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

/* ---------- menu ---------- */

const menu = document.querySelector(".site-menu");

function closeMenu() {
  if (!menu.open || menu.querySelector("summary").offsetParent === null) return false;
  menu.open = false;
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing && closeMenu()) menu.querySelector("summary").focus();
});
document.addEventListener("pointerdown", (event) => {
  if (!menu.contains(event.target)) closeMenu();
});

placeFilters();
wide.addEventListener("change", () => {
  const filters = document.getElementById("_filters");
  if (filters) filters.open = false;
  placeFilters();
});
for (const bar of document.querySelectorAll("[data-hits]")) {
  if (bar.querySelector("[data-place]")) stepThroughHits(bar);
}
const outline = document.querySelector(".outline details");
if (outline) {
  outline.open = wide.matches;
  // an open outline would cover the text on a screen that became narrow
  wide.addEventListener("change", () => { outline.open = wide.matches; });
}
