"use strict";
// The reader's own municipality (うちの自治体), stored in the browser only. Pages work without this script.

const Town = (() => {
  const KEY = "jirei.town";
  const NAME = /^[^\p{Cc}<>"]{2,50}$/u;
  let inMemory = null;

  /** Returns its name with the prefecture; null if none is remembered or the entry was damaged. */
  function read() {
    if (inMemory !== null) return inMemory || null;
    try {
      const name = localStorage.getItem(KEY);
      return name !== null && NAME.test(name) ? name : null;
    } catch {
      return null;
    }
  }

  function write(name) {
    try {
      if (name) localStorage.setItem(KEY, name);
      else localStorage.removeItem(KEY);
      inMemory = null;
    } catch {
      inMemory = name ?? "";
      Kept.announce("このブラウザーには保存できないため、うちの自治体はこの画面を閉じると失われます。");
    }
  }

  return { read, write };
})();

function townElement(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function likeUrl(town) {
  return "/like?like.name=" + encodeURIComponent(town);
}

/* ---------- page of similar municipalities: remember and forget ---------- */

function showOwn(place) {
  const town = Town.read();
  const chosen = place.dataset.own;
  const isOwn = chosen !== "" && chosen === town;
  const button = townElement("button", {
    type: "button",
    className: "button button-quiet",
    textContent: isOwn ? "覚えるのをやめる" : "うちの自治体として覚える",
  });
  button.addEventListener("click", () => {
    Town.write(isOwn ? null : chosen);
    showOwn(place);
    place.querySelector("button")?.focus();
    Kept.announce(isOwn ? `${chosen}を忘れました。` : `${chosen}を、うちの自治体として覚えました。`);
  });
  if (chosen !== "") {
    place.replaceChildren(isOwn ? "うちの自治体です。" : "", button, " ", townElement("span", { className: "remark", textContent: "このブラウザーにだけ保存します。" }));
  } else if (town) {
    place.replaceChildren(townElement("a", { href: likeUrl(town), textContent: `うちの自治体（${town}）で比べる` }));
  }
  place.hidden = chosen === "" && !town;
}

/* ---------- start page: cases of similar municipalities ---------- */

async function showOwnCases(place) {
  const town = Town.read();
  if (!town) return;
  const items = [];
  try {
    const response = await fetch(`/api/like?like.name=${encodeURIComponent(town)}&like.top=3`);
    const cases = response.ok ? (await response.json()).cases : [];
    for (const { likeness, about } of cases) {
      const where = [about.prefecture, about.place].filter(Boolean).join(" ");
      items.push(townElement("li", {},
        townElement("span", { className: "own-degree", textContent: `${Math.round(likeness * 100)}%` }), " ",
        townElement("a", { href: about.url, textContent: about.title }), " ",
        townElement("span", { className: "own-place", textContent: where })));
    }
  } catch {
    // without an answer the link remains
  }
  place.replaceChildren(
    townElement("ol", { className: "own-list" }, ...items),
    townElement("p", {}, townElement("a", { href: likeUrl(town), textContent: `${town}に似た自治体の事例をすべて見る` })));
  place.hidden = false;
}

/* ---------- results and empty page: sort and filter ---------- */

function searchUrl(town, top) {
  const parameters = new URLSearchParams(location.search);
  parameters.delete("page");
  parameters.set("like.name", town);
  if (top) parameters.set("like.top", top);
  parameters.set("sort", "like");
  return "/?" + parameters;
}

function ownLinks(kind, town) {
  if (kind === "search") {
    return [[searchUrl(town, ""), `${town}に似た順に並べる`], [searchUrl(town, "10"), `${town}に似た上位10事例に絞り込む`]];
  }
  if (kind === "compare") {
    const parameters = new URLSearchParams(location.search);
    parameters.set("like.name", town);
    return [["/compare?" + parameters, `うちの自治体（${town}）も並べる`]];
  }
  return [[likeUrl(town), `うちの自治体（${town}）に似た自治体の事例を見る`]];
}

function showOwnLinks() {
  const town = Town.read();
  if (!town) return;
  for (const place of document.querySelectorAll("[data-own-links]")) {
    place.replaceChildren(...ownLinks(place.dataset.ownLinks, town).map(([href, textContent]) => townElement("li", {}, townElement("a", { href, textContent }))));
    place.hidden = false;
  }
}

for (const place of document.querySelectorAll("[data-own]")) showOwn(place);
for (const place of document.querySelectorAll("[data-own-cases]")) showOwnCases(place);
showOwnLinks();
document.addEventListener("htmx:afterSettle", showOwnLinks);
