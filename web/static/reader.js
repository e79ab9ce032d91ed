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
