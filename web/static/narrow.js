"use strict";
// Filter panel. Without this script the filters work with the button below them.

/* ---------- a value is either included or excluded ---------- */

document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.matches("[data-find], [data-within]")) event.stopPropagation();
  const row = box.closest(".choice-row");
  // a place that is no longer chosen has no chosen places below it
  if (row && !box.checked) {
    const below = row.parentElement.querySelector(`[data-above="${CSS.escape(box.id)}"]`);
    for (const other of below?.querySelectorAll(":checked") ?? []) other.checked = false;
  }
  if (!row || !box.checked) return;
  for (const other of row.querySelectorAll("input")) {
    if (other !== box) other.checked = false;
  }
}, true);

/* ---------- search within a long list of values ---------- */

function filterValues(box) {
  const facet = box.closest(".facet");
  const text = box.value.normalize("NFKC").trim().toLowerCase();
  let found = 0;
  for (const row of facet.querySelectorAll("[data-choice]")) {
    row.hidden = !row.dataset.choice.normalize("NFKC").toLowerCase().includes(text);
    if (!row.hidden) found++;
  }
  const more = facet.querySelector(".more");
  if (more && text) more.open = true;
  facet.querySelector("[data-found]").textContent = text ? `${found}件` : "";
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-find]") && !event.isComposing) filterValues(event.target);
});
document.addEventListener("compositionend", (event) => {
  if (event.target.matches("[data-find]")) filterValues(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-find]")) event.preventDefault();
});
