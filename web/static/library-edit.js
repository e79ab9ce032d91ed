"use strict";
// Keeps a draft while one types, shows faults and actors at once, and splits at the cursor. The form works without this script.
(() => {
  const form = document.getElementById("_edit");
  const status = document.getElementById("_edit-draft");
  const newer = document.getElementById("_edit-newer");
  const PAUSE = 1200;
  let timer = 0;
  const MAX_WAIT = 3000;
  let isChanged = false;
  let saving = Promise.resolve();
  let isSaving = false;

  function showFaults(faults) {
    for (const field of form.querySelectorAll("[data-place]")) {
      const place = field.dataset.place;
      const own = faults[place] || [];
      const text = document.getElementById(`_fault-${place.replaceAll(".", "-")}`);
      if (text) text.textContent = own.map((problem) => `${problem}。`).join(" ");
      for (const control of field.querySelectorAll(":scope > input, :scope > textarea, :scope > select")) {
        if (control.type !== "hidden") control.setAttribute("aria-invalid", String(own.length > 0));
      }
    }
  }

  function showPreviews(previews) {
    form.querySelectorAll("[data-preview]").forEach((preview, at) => {
      if (previews[at] !== undefined) preview.textContent = previews[at];
    });
  }

  // Another window of the same person has a draft that this one has not seen.
  function showNewer(version) {
    isChanged = true;
    status.textContent = "あなたの別の窓に、この事例の新しい下書きがあります。この窓の入力は、まだ残していません。";
    newer.hidden = false;
    newer.querySelector("a").onclick = () => { isChanged = false; };
    newer.querySelector("button").onclick = () => {
      form.elements.draft.value = version.replaceAll('"', "");
      save();
    };
  }

  // One draft after the other, so that an older one never replaces a newer one.
  function save() {
    saving = saving.then(send);
  }

  async function send() {
    isChanged = false;
    isSaving = true;
    try {
      const response = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (response.status === 409) {
        showNewer(response.headers.get("ETag"));
        return;
      }
      if (!response.ok) throw new Error(response.status);
      const draft = await response.json();
      form.elements.draft.value = draft.version;
      newer.hidden = true;
      showFaults(draft.faults);
      showPreviews(draft.previews);
      const faults = Object.values(draft.faults).flat().length;
      status.textContent = draft.isStale
        ? "下書きを残しました。編集を始めたあとに、この事例が変わっています。保存のときに両方を示します。"
        : `下書きを残しました。${faults > 0 ? `直すところが${faults}件あります。` : ""}`;
    } catch {
      isChanged = true;
      status.textContent = "下書きを残せませんでした。つながりを確かめてください。";
    } finally {
      isSaving = false;
    }
  }

  form.addEventListener("input", () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  // A draft that is on its way would be there again after the case was saved.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    isChanged = false;
    if (isSaving) {
      const button = event.submitter;
      event.preventDefault();
      Promise.race([saving, new Promise((resolve) => { setTimeout(resolve, MAX_WAIT); })]).then(() => {
        isSaving = false;
        form.requestSubmit(button);
      });
    }
  });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=save]"));
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
  // The cursor of a text is known after the button has taken the focus.
  for (const section of form.querySelectorAll(".edit-section")) {
    const text = section.querySelector("[data-text]");
    const cursor = section.querySelector("[data-cursor]");
    section.querySelector("[data-split]").addEventListener("click", () => { cursor.value = text.selectionStart; });
  }
})();
