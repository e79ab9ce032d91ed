"use strict";
// Form that selects the cases to compare: no more can be ticked than fit side by side. Without this script the page says so.

const choices = document.getElementById("_choices");

function limitChoices() {
  const max = Number(choices.dataset.max);
  const boxes = [...choices.querySelectorAll("input[type=checkbox]")];
  const isFull = boxes.filter((box) => box.checked).length >= max;
  const reason = isFull ? `${max}事例を選んでいます。ほかの事例を選ぶには、どれかの印を外してください。` : "";
  for (const box of boxes) {
    box.disabled = isFull && !box.checked;
    box.closest("label").title = box.disabled ? reason : "";
  }
  const place = choices.querySelector("[data-full]");
  if (place.textContent !== reason) place.textContent = reason;
}

if (choices) {
  choices.addEventListener("change", limitChoices);
  limitChoices();
}
