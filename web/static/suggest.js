"use strict";
// Suggestions below the search box and the fields of municipalities, following the combobox pattern of the ARIA Authoring
// Practices. Without this script they are plain text fields.

function suggestIn(box) {
  const DELAY_MILLIS = 80;
  const form = box.form;
  const isTown = "suggest" in box.dataset;
  const suffix = isTown ? box.id : "";
  const announcement = document.getElementById("_announcement");
  const list = document.createElement("ul");
  let composing = false;
  let timer = 0;
  let pendingRequest = new AbortController();
  let selected = -1;

  list.id = `_suggestions${suffix}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", isTown ? "市区町村の候補" : "キーワードの候補");
  box.parentElement.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  /* ---------- requests ---------- */

  function scheduleFetch() {
    cancel();
    timer = setTimeout(fetchSuggestions, DELAY_MILLIS);
  }

  function cancel() {
    clearTimeout(timer);
    pendingRequest.abort();
  }

  async function fetchSuggestions() {
    cancel();
    const input = box.value;
    if (input.trim() === "" || (!isTown && /\s$/.test(input))) return close();
    pendingRequest = new AbortController();
    const signal = pendingRequest.signal;
    try {
      const response = await fetch(`${box.dataset.suggest ?? "/api/suggest"}?q=${encodeURIComponent(input)}`, { signal });
      const suggestions = response.ok ? (await response.json()).suggestions : [];
      if (!signal.aborted && !composing && document.activeElement === box) show(suggestions);
    } catch {
      if (!signal.aborted) close();
    }
  }

  /* ---------- list ---------- */

  function show(suggestions) {
    if (suggestions.length === 0) return close();
    list.replaceChildren(...suggestions.map(option));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    select(-1);
    announcement.textContent = `候補が${suggestions.length}件あります。上下の矢印キーで選べます。`;
  }

  function option({ text, label, sections }, at) {
    const item = document.createElement("li");
    const kind = document.createElement("span");
    item.id = `_suggestion${suffix}-${at + 1}`;
    item.className = "suggestion";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.text = text;
    kind.className = "kind";
    kind.textContent = label;
    const count = document.createElement("span");
    count.className = "suggestion-count";
    if (sections > 0) count.textContent = `${sections.toLocaleString("ja")}件の記述`;
    const words = document.createElement("span");
    words.textContent = text;
    item.append(words, " ", count, " ", kind);
    return item;
  }

  function close() {
    cancel();
    if (list.hidden) return;
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    select(-1);
    announcement.textContent = "";
  }

  function select(at) {
    selected = at;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    if (at < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  /** Moves the selection up or down; between the last and the first item nothing is selected. */
  function step(by) {
    const places = list.children.length + 1;
    select(((selected + 1 + by + places) % places) - 1);
  }

  function search(item) {
    box.value = item.dataset.text;
    close();
    if (!("stays" in box.dataset)) form.requestSubmit();
  }

  /* ---------- keyboard, mouse, input method ---------- */

  function isComposing(event) {
    return composing || event.isComposing || event.keyCode === 229;
  }

  box.addEventListener("compositionstart", () => {
    composing = true;
    close();
  });
  box.addEventListener("compositionend", () => {
    composing = false;
    scheduleFetch();
  });
  box.addEventListener("input", (event) => {
    if (!isComposing(event)) scheduleFetch();
  });
  box.addEventListener("keydown", (event) => {
    if (isComposing(event)) {
      // this Enter ends the composition of the input method
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) fetchSuggestions();
      else step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && selected >= 0) {
      event.preventDefault();
      search(list.children[selected]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // the text field keeps the focus during a mouse click
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) search(item);
  });
}

for (const box of document.querySelectorAll("#_q, [data-suggest]")) suggestIn(box);
