"use strict";
// Saves each judgment when it is made. The page works without this script: the form has a button.
(() => {
  const page = document.querySelector(".judge");
  const form = document.getElementById("_judge");
  const status = document.getElementById("_judge-status");
  if (!form) return;
  let last = Promise.resolve();

  function say(text) {
    status.hidden = false;
    status.textContent = text;
  }

  async function save(fieldset, value) {
    const response = await fetch("/api/library/judgments", {
      method: "PUT",
      headers: { "Content-Type": "application/json", "X-Jirei-Token": page.dataset.token },
      body: JSON.stringify({
        query: form.elements.q.value,
        docno: fieldset.dataset.docno,
        grade: value === "" ? null : Number(value),
      }),
    });
    if (!response.ok) throw new Error(String(response.status));
  }

  // one after the other, so that the last choice of a hit wins
  form.addEventListener("change", (event) => {
    const fieldset = event.target.closest("fieldset[data-docno]");
    const { value } = event.target;
    if (!fieldset) return;
    last = last
      .then(() => save(fieldset, value))
      .then(() => say(`${fieldset.querySelector("legend").textContent}を保存しました。`))
      .catch(() => say("自動で保存できませんでした。「判定を保存する」を押してください。"));
  });
})();
