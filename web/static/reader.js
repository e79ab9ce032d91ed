"use strict";
// Case page: link back to the originating hit, and current position in the minimap.

const back = document.querySelector(".back a");
const came = decodeURIComponent(location.hash.slice(1));

// A link to a section of another part of a long case.
const parts = document.querySelector("[data-section-url]");
if (parts && /^[A-Za-z0-9]/.test(came) && !document.getElementById(came)) {
  const there = parts.dataset.sectionUrl + encodeURIComponent(came);
  if (location.pathname + location.search !== there) location.replace(there + location.hash);
}
if (back && back.hash && came && document.getElementById(came)) back.hash += "/" + came;

const stretches = new Map();
for (const stretch of document.querySelectorAll("[data-of]")) stretches.set(stretch.dataset.of, stretch);
const watching = new IntersectionObserver((changes) => {
  for (const change of changes) stretches.get(change.target.id).classList.toggle("in-view", change.isIntersecting);
});
for (const id of stretches.keys()) {
  const section = document.getElementById(id);
  if (section) watching.observe(section);
}
