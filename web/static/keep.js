"use strict";
// Shortlist, cases to compare and saved searches, stored in the browser only. Pages work without this script.
/* ---------- store: one versioned entry; tolerates any content ---------- */

const Kept = (() => {
  const KEY = "jirei.kept";
  const VERSION = 1;
  const MAX = { items: 100, compare: 4, searches: 20, seen: 1000 };
  const ITEM_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(\/[A-Za-z0-9][A-Za-z0-9_-]*)?$/;
  const listeners = [];
  let inMemory = null;

  const list = (value) => (Array.isArray(value) ? value : []);
  const text = (value, maxLength) => (typeof value === "string" ? value.slice(0, maxLength) : "");
  const isObject = (value) => value !== null && typeof value === "object";

  function unique(entries, key) {
    const known = new Set();
    return entries.filter((entry) => !known.has(entry[key]) && known.add(entry[key]));
  }

  // Returns the valid items and drops the rest: the entry may have been written by another version or edited manually.
  function sanitized(raw) {
    const kept = isObject(raw) ? raw : {};
    const items = list(kept.items).filter((item) => isObject(item) && ITEM_ID.test(item.id));
    const compare = list(kept.compare).filter((one) => isObject(one) && ITEM_ID.test(one.id) && !one.id.includes("/"));
    const searches = list(kept.searches).filter((one) => isObject(one) && /^\/(\?|$)/.test(one.url));
    return {
      version: VERSION,
      items: unique(items, "id").slice(0, MAX.items).map((item) => ({ id: item.id, note: text(item.note, 500) })),
      compare: unique(compare, "id").slice(0, MAX.compare).map((one) => ({ id: one.id, name: text(one.name, 100) || one.id })),
      searches: unique(searches, "url").slice(0, MAX.searches).map((one) => ({
        url: one.url,
        name: text(one.name, 300) || one.url,
        seen: list(one.seen).filter((id) => typeof id === "string").slice(0, MAX.seen),
        total: Number.isInteger(one.total) ? one.total : 0,
        day: text(one.day, 10),
      })),
    };
  }

  function read() {
    if (inMemory) return sanitized(inMemory);
    let stored = null;
    try {
      stored = localStorage.getItem(KEY);
      return sanitized(stored ? JSON.parse(stored) : null);
    } catch {
      // unreadable content is moved aside, not deleted
      try {
        if (stored) localStorage.setItem(`${KEY}.damaged`, stored);
      } catch {
        inMemory = sanitized(null);
      }
      return sanitized(null);
    }
  }

  function write(kept) {
    const next = sanitized(kept);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
      inMemory = null;
    } catch {
      inMemory = next;
      announce("このブラウザーには保存できないため、候補はこの画面を閉じると失われます。");
    }
    listeners.forEach((listener) => listener());
  }

  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) listeners.forEach((listener) => listener());
  });

  function announce(message) {
    const region = document.getElementById("_announcement");
    region.textContent = "";
    requestAnimationFrame(() => { region.textContent = message; });
  }

  return {
    MAX,
    read,
    write,
    announce,
    onChange: (listener) => listeners.push(listener),
    change(update) {
      const kept = read();
      update(kept);
      write(kept);
    },
  };
})();

/* ---------- buttons on hits, cards and sections ---------- */

(() => {
  const FULL = `比べられるのは${Kept.MAX.compare}事例までです`;
  const CASE_PATH = /^\/cases\/([A-Za-z0-9][A-Za-z0-9._-]*)$/;

  // The link contains the ids of case and section.
  function target(link) {
    const url = new URL(link.href);
    const found = url.origin === location.origin && CASE_PATH.exec(url.pathname);
    return found ? { caseId: found[1], sectionId: decodeURIComponent(url.hash.slice(1)) } : null;
  }

  function button(kind, id, name) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = `keep-button keep-${kind}`;
    element.dataset[kind === "item" ? "keep" : "compare"] = id;
    element.dataset.name = name;
    const span = (properties) => Object.assign(document.createElement("span"), properties);
    element.append(span({ className: "icon-name" }), span({ className: "visually-hidden", textContent: `：${name}` }));
    return element;
  }

  function tools(place, ...buttons) {
    const line = document.createElement("p");
    line.className = "keep-tools";
    line.append(...buttons);
    place.insertBefore(line, place.querySelector(":scope > .hit-why"));
  }

  function textOf(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function addButtons() {
    for (const hit of document.querySelectorAll(".hit:not([data-tools])")) {
      const link = hit.querySelector(".hit-heading a");
      const found = link && target(link);
      hit.dataset.tools = "";
      if (!found) continue;
      const name = `${textOf(hit.querySelector(".hit-place"))} ${textOf(hit.querySelector(".hit-number"))}`.trim();
      const id = found.sectionId ? `${found.caseId}/${found.sectionId}` : found.caseId;
      tools(hit.querySelector(".hit-foot") ?? hit, button("item", id, textOf(link)), button("compare", found.caseId, name || found.caseId));
    }
    for (const card of document.querySelectorAll(".case-card:not([data-tools]), .group:not([data-tools])")) {
      const link = card.querySelector(".group-title a, h3 a");
      const found = link && target(link);
      card.dataset.tools = "";
      if (!found) continue;
      const name = textOf(card.querySelector(".case-card-where, .group-where")) || textOf(link);
      tools(card, button("item", found.caseId, textOf(link)), button("compare", found.caseId, name));
    }
    const head = document.querySelector(".case-head:not([data-tools])");
    const here = CASE_PATH.exec(location.pathname);
    if (head && here) {
      head.dataset.tools = "";
      tools(head, button("item", here[1], textOf(head.querySelector("h1"))),
        button("compare", here[1], textOf(head.querySelector(".case-where")) || textOf(head.querySelector("h1"))));
      for (const line of document.querySelectorAll(".section[id] .section-foot")) {
        const section = line.closest(".section");
        const star = button("item", `${here[1]}/${section.id}`, textOf(section.querySelector("h2, h3, h4")) || "この記述");
        star.classList.add("keep-icon");
        line.append(star);
      }
    }
    show();
  }

  // The label depends on the state: it names the action.
  function show() {
    const kept = Kept.read();
    const items = new Set(kept.items.map((item) => item.id));
    const compared = new Set(kept.compare.map((one) => one.id));
    for (const each of document.querySelectorAll("[data-keep]")) {
      const active = items.has(each.dataset.keep);
      each.classList.toggle("is-kept", active);
      each.firstElementChild.textContent = active ? "候補から外す" : "候補に加える";
      if (each.classList.contains("keep-icon")) each.title = each.firstElementChild.textContent;
    }
    for (const each of document.querySelectorAll("[data-compare]")) {
      const active = compared.has(each.dataset.compare);
      each.classList.toggle("is-kept", active);
      const full = !active && compared.size >= Kept.MAX.compare;
      each.setAttribute("aria-disabled", full);
      each.firstElementChild.textContent = active ? "比較から外す" : full ? FULL : "この事例を比べる";
    }
    for (const place of document.querySelectorAll("[data-kept-count]")) {
      place.textContent = items.size ? `（${items.size}）` : "";
    }
    showTray(kept.compare);
    showSaved(kept);
  }

  function toggleItem(id) {
    const kept = Kept.read();
    const active = kept.items.some((item) => item.id === id);
    if (!active && kept.items.length >= Kept.MAX.items) {
      Kept.announce(`候補は${Kept.MAX.items}件までです。`);
      return;
    }
    Kept.change((now) => {
      now.items = active ? now.items.filter((item) => item.id !== id) : [...now.items, { id, note: "" }];
    });
    Kept.announce(active ? "候補から外しました" : "候補に加えました");
  }

  function toggleCompared(id, name) {
    const kept = Kept.read();
    const active = kept.compare.some((one) => one.id === id);
    if (!active && kept.compare.length >= Kept.MAX.compare) {
      Kept.announce(FULL);
      alertTray();
      return;
    }
    Kept.change((now) => {
      now.compare = active ? now.compare.filter((one) => one.id !== id) : [...now.compare, { id, name }];
    });
    Kept.announce(active ? "比較から外しました" : "比べる事例に加えました");
  }

  /* ---------- tray of cases to compare ---------- */

  function showTray(compare) {
    let tray = document.getElementById("_tray");
    if (compare.length === 0 || document.querySelector(".compare")) {
      tray?.remove();
      return;
    }
    if (!tray) {
      tray = document.createElement("aside");
      tray.id = "_tray";
      tray.className = "tray";
      tray.setAttribute("aria-label", "比べる事例");
      document.body.append(tray);
    }
    const summary = document.createElement("p");
    summary.className = "tray-what";
    summary.textContent = `比べる事例（${compare.length}／${Kept.MAX.compare}）：${compare.map((one) => one.name).join("、")}`;
    const actions = document.createElement("p");
    actions.className = "tray-ways";
    if (compare.length > 1) {
      const link = document.createElement("a");
      link.className = "tray-go";
      const parameters = new URLSearchParams(compare.map((one) => ["case", one.id]));
      const query = new URLSearchParams(location.search).get("q");
      if (query) parameters.set("q", query);
      link.href = `/compare?${parameters}`;
      link.textContent = "並べて見る";
      actions.append(link);
    } else {
      const hint = document.createElement("span");
      hint.textContent = "あと1事例以上を選んでください";
      actions.append(hint);
    }
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "keep-button";
    clear.dataset.clearTray = "";
    clear.textContent = "選択を解除";
    actions.append(" ", clear);
    tray.replaceChildren(summary, actions);
  }

  function alertTray() {
    const summary = document.querySelector(".tray-what");
    if (summary && !summary.textContent.includes(FULL)) summary.textContent += `（${FULL}）`;
  }

  /* ---------- saved searches ---------- */

  // The page number is not part of a saved search.
  function searchUrl() {
    const parameters = new URLSearchParams(location.search);
    parameters.delete("page");
    parameters.delete("size");
    return parameters.size ? `/?${parameters}` : "/";
  }

  function showSaved(kept) {
    for (const each of document.querySelectorAll("[data-save-search]")) {
      const active = kept.searches.some((one) => one.url === searchUrl());
      each.classList.toggle("is-kept", active);
      each.textContent = active ? "この検索の保存を取り消す" : "この検索を保存";
    }
  }

  async function toggleSearch(button) {
    const url = searchUrl();
    if (Kept.read().searches.some((one) => one.url === url)) {
      Kept.change((now) => { now.searches = now.searches.filter((one) => one.url !== url); });
      Kept.announce("この検索の保存をやめました");
      return;
    }
    if (Kept.read().searches.length >= Kept.MAX.searches) {
      Kept.announce(`保存できる検索は${Kept.MAX.searches}件までです。`);
      return;
    }
    button.disabled = true;
    try {
      const found = await SavedSearch.run(url);
      Kept.change((now) => {
        now.searches = [...now.searches.filter((one) => one.url !== url), { url, name: button.dataset.name, ...found }];
      });
      Kept.announce("この検索を保存しました");
    } catch {
      Kept.announce("検索を保存できませんでした。Jirei が動いているか確かめてください。");
    } finally {
      button.disabled = false;
    }
  }

  /* ---------- copying ---------- */

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // the clipboard API requires a secure context
      const box = document.createElement("textarea");
      box.value = text;
      box.className = "visually-hidden";
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  }

  async function copyFrom(button, text) {
    const done = await copy(text);
    button.focus();
    const message = done ? "コピーしました" : "コピーできませんでした。文字を選んでコピーしてください";
    Kept.announce(message);
    const before = button.dataset.label ?? button.textContent;
    button.dataset.label = before;
    button.textContent = done ? "コピーしました" : before;
    setTimeout(() => { button.textContent = before; }, 3000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const data = button.dataset;
    if (data.keep !== undefined) toggleItem(data.keep);
    else if (data.compare !== undefined) toggleCompared(data.compare, data.name);
    else if (data.clearTray !== undefined) {
      Kept.change((now) => { now.compare = []; });
      Kept.announce("比べる事例の選択を解除しました");
      document.getElementById("_main").focus();
    } else if (data.saveSearch !== undefined) toggleSearch(button);
    else if (data.copy !== undefined) copyFrom(button, button.closest(".citation").querySelector("[data-citation]").textContent);
    else if (button.id === "_share-copy") copyFrom(button, document.getElementById("_share-url").value);
  });
  document.addEventListener("htmx:afterSwap", addButtons);
  document.addEventListener("htmx:afterSettle", show);
  addEventListener("popstate", () => setTimeout(show));
  Kept.onChange(show);
  addButtons();
})();

/* ---------- new results of a saved search ---------- */

const SavedSearch = (() => {
  async function json(url) {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response.json();
  }

  // Returns the ids of the first 1,000 sections and the total count.
  async function run(url) {
    const parameters = new URLSearchParams(url.slice(2));
    parameters.set("size", "100");
    const hits = [];
    let total = 0;
    for (let page = 1; page <= Kept.MAX.seen / 100; page++) {
      parameters.set("page", page);
      const results = await json(`/api/search?${parameters}`);
      total = results.total.sections;
      hits.push(...results.hits.slice(0, total - hits.length)); // further hits lack a word of the query
      if (hits.length >= total || results.hits.length === 0) break;
    }
    const state = { seen: hits.map((hit) => `${hit.caseId}/${hit.sectionId}`), total, day: today() };
    // Hits are displayed but not stored.
    Object.defineProperty(state, "hits", { value: hits, enumerable: false });
    return state;
  }

  function today() {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  }

  /** Returns the new hits and the number of sections that are gone; null if there are too many results to compare. */
  function changes(before, now) {
    if (before.total > before.seen.length || now.total > now.seen.length) return null;
    const known = new Set(before.seen);
    const present = new Set(now.seen);
    return {
      hits: now.hits.filter((hit) => !known.has(`${hit.caseId}/${hit.sectionId}`)),
      gone: before.seen.filter((id) => !present.has(id)).length,
    };
  }

  return { run, changes };
})();
