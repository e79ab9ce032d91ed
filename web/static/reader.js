"use strict";
// Case page: link back to the hit in the results, and current position in the minimap.

const back = document.querySelector(".back a");
const hash = decodeURIComponent(location.hash.slice(1));

// A link to a section of another part of a long case.
const parts = document.querySelector("[data-section-url]");
if (parts && /^[A-Za-z0-9]/.test(hash) && !document.getElementById(hash)) {
  const target = parts.dataset.sectionUrl + encodeURIComponent(hash);
  if (location.pathname + location.search !== target) location.replace(target + location.hash);
}
if (back && back.hash && hash && document.getElementById(hash)) back.hash += "/" + hash;

const minimapParts = new Map();
for (const part of document.querySelectorAll("[data-of]")) minimapParts.set(part.dataset.of, part);
const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) minimapParts.get(entry.target.id).classList.toggle("in-view", entry.isIntersecting);
});
for (const id of minimapParts.keys()) {
  const section = document.getElementById(id);
  if (section) observer.observe(section);
}

// On a narrow screen: the table of contents is closed after a choice, and what follows the account is folded, unless it has
// the target of the link.
const narrow = matchMedia("(max-width: 63.99em)");
const contents = document.querySelector(".outline details");
document.querySelector(".outline ul")?.addEventListener("click", (event) => {
  if (narrow.matches && event.target.closest("a")) contents.open = false;
});
function unfold(id) {
  const target = id && document.getElementById(id);
  const fold = target?.closest(".block-fold");
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}
if (matchMedia("screen and (max-width: 47.99em)").matches) {
  for (const fold of document.querySelectorAll(".block-fold")) {
    const sought = hash && fold.contains(document.getElementById(hash));
    if (!sought) fold.open = false;
  }
}
addEventListener("hashchange", () => unfold(decodeURIComponent(location.hash.slice(1))));
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(".block-fold")) fold.open = true;
});
