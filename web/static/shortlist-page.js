"use strict";
// Shortlist page: the server-rendered list with controls for notes and order, and the saved searches.
(() => {
  const LONGEST_URL = 28000;
  const own = document.getElementById("_own-list");
  const template = (id) => document.getElementById(id).content.cloneNode(true);
  const grouped = (number) => number.toLocaleString("ja-JP");
  let undo = null;

  function parameters(items, withNotes) {
    const made = new URLSearchParams();
    for (const item of items) {
      made.append("item", item.id);
      if (withNotes && item.note.trim()) made.append("note", item.note);
    }
    return made.toString();
  }

  /* ---------- shared list ---------- */

  function adopt() {
    const shown = [...document.querySelectorAll("#_items [data-item]")];
    const known = new Set(Kept.read().items.map((item) => item.id));
    const fresh = shown
      .map((item) => ({ id: item.dataset.item, note: item.querySelector("[data-kept-note]")?.textContent ?? "" }))
      .filter((item) => !known.has(item.id));
    const room = Kept.MOST.items - known.size;
    Kept.change((now) => { now.items = [...now.items, ...fresh.slice(0, room)]; });
    const left = fresh.length - Math.min(fresh.length, room);
    const words = `${grouped(fresh.length - left)}件を候補に加えました`
      + (shown.length > fresh.length ? `（${grouped(shown.length - fresh.length)}件はすでに候補にあります）` : "")
      + (left ? `。候補は${Kept.MOST.items}件までのため、${grouped(left)}件は加えていません` : "");
    const button = document.getElementById("_adopt");
    const told = document.createElement("span");
    told.textContent = words;
    told.tabIndex = -1;
    button.replaceWith(told);
    told.focus();
    Kept.say(words);
  }

  /* ---------- the user's list ---------- */

  async function showOwn() {
    const { items } = Kept.read();
    if (items.length === 0) {
      own.replaceChildren(template("_own-empty"));
    } else {
      const withNotes = parameters(items, true);
      const long = withNotes.length > LONGEST_URL;
      const asked = long ? parameters(items, false) : withNotes;
      try {
        const answer = await fetch(`/shortlist?${asked}`);
        if (!answer.ok) throw new Error(String(answer.status));
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        own.replaceChildren(document.importNode(page.getElementById("_items"), true));
      } catch {
        own.textContent = "候補を表示できませんでした。Jirei が動いているか確かめて、画面を読み込み直してください。";
        return;
      }
      const notes = new Map(items.map((item) => [item.id, item.note]));
      for (const item of own.querySelectorAll("[data-item]")) addTools(item, notes.get(item.dataset.item) ?? "");
      own.prepend(shared(asked, long));
      mark();
    }
    if (undo) own.prepend(undo);
    own.setAttribute("aria-busy", "false");
  }

  function shared(asked, long) {
    const made = template("_share");
    made.querySelector("input").value = `${location.origin}/shortlist?${asked}`;
    made.querySelector("#_share-remark").textContent = long
      ? "メモが長いため、リンクと書き出しにはメモを含めていません。"
      : "リンクにはメモも含まれます。人に送る前に内容を確かめてください。";
    return made;
  }

  function addTools(item, note) {
    item.querySelector("[data-kept-note]")?.remove();
    const tools = template("_item-tools");
    const name = item.querySelector(".item-heading").textContent.trim();
    for (const hidden of tools.querySelectorAll(".visually-hidden")) hidden.textContent = `：${name}`;
    tools.querySelector("[data-note]").value = note;
    item.append(tools);
  }

  // The first item cannot move up, the last cannot move down.
  function mark() {
    const all = [...own.querySelectorAll("[data-item]")];
    all.forEach((item, at) => {
      item.querySelector("[data-move='-1']").disabled = at === 0;
      item.querySelector("[data-move='1']").disabled = at === all.length - 1;
    });
  }

  function move(item, by) {
    const id = item.dataset.item;
    let place = 0;
    Kept.change((now) => {
      const from = now.items.findIndex((one) => one.id === id);
      const to = Math.min(Math.max(from + by, 0), now.items.length - 1);
      if (from >= 0) now.items.splice(to, 0, ...now.items.splice(from, 1));
      place = to + 1;
    });
    const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (neighbour) by < 0 ? neighbour.before(item) : neighbour.after(item);
    mark();
    refreshLinks();
    const same = item.querySelector(`[data-move='${by}']`);
    (same.disabled ? item.querySelector(`[data-move='${-by}']`) : same).focus();
    Kept.say(`${place}番目に移しました`);
  }

  async function remove(item) {
    const id = item.dataset.item;
    const kept = Kept.read().items;
    const at = kept.findIndex((one) => one.id === id);
    const name = item.querySelector(".item-heading").textContent.trim();
    Kept.change((now) => { now.items = now.items.filter((one) => one.id !== id); });
    undo = document.createElement("p");
    undo.className = "notice undo";
    undo.append(`「${name}」を候補から外しました。 `);
    const back = document.createElement("button");
    back.type = "button";
    back.className = "button button-quiet";
    back.textContent = "元に戻す";
    back.addEventListener("click", async () => {
      undo = null;
      Kept.change((now) => {
        if (!now.items.some((one) => one.id === id)) now.items.splice(Math.min(at, now.items.length), 0, kept[at]);
      });
      await showOwn();
      Kept.say("元に戻しました");
      own.querySelector(`[data-item="${CSS.escape(id)}"] [data-remove]`)?.focus();
    });
    undo.append(back);
    await showOwn();
    Kept.say("候補から外しました。「元に戻す」で取り消せます");
    back.focus();
  }

  // Notes and order change the links; the list itself is not rendered again.
  function refreshLinks() {
    const { items } = Kept.read();
    const withNotes = parameters(items, true);
    const long = withNotes.length > LONGEST_URL;
    const link = document.getElementById("_share-url");
    if (!link) return;
    link.value = `${location.origin}/shortlist?${long ? parameters(items, false) : withNotes}`;
    const known = new Set([...own.querySelectorAll("[data-item]")].filter((item) => !item.querySelector(".item-unknown")).map((item) => item.dataset.item));
    const there = items.filter((item) => known.has(item.id));
    for (const way of own.querySelectorAll(".export a")) {
      const format = new URL(way.href).searchParams.get("format");
      way.href = `/shortlist/export?${parameters(there, !long)}&format=${format}`;
    }
  }

  /* ---------- saved searches ---------- */

  const saved = document.getElementById("_saved-list");

  function showSearches() {
    const { searches } = Kept.read();
    if (searches.length === 0) {
      saved.replaceChildren(template("_saved-empty"));
      return;
    }
    saved.replaceChildren(...searches.map((search) => {
      const item = template("_saved-item").firstElementChild;
      const link = item.querySelector("[data-open]");
      item.dataset.url = search.url;
      link.href = search.url;
      link.textContent = search.name;
      for (const hidden of item.querySelectorAll("button .visually-hidden")) hidden.textContent = `：${search.name}`;
      return item;
    }));
  }

  const found = new Map();

  async function lookForNews() {
    for (const search of Kept.read().searches) {
      const item = saved.querySelector(`[data-url="${CSS.escape(search.url)}"]`);
      if (!item) continue;
      try {
        const now = await SavedSearch.ask(search.url);
        found.set(search.url, now);
        tell(item, search, now);
      } catch {
        item.querySelector("[data-count]").textContent = "調べられませんでした。条件が今の事例集に合わないか、Jirei が動いていません。";
      }
    }
  }

  function tell(item, search, now) {
    const news = SavedSearch.news(search, now);
    const count = item.querySelector("[data-count]");
    const since = search.day ? `${search.day} に確かめたときから` : "前に確かめたときから";
    if (news === null) {
      count.textContent = `全${grouped(now.total)}件（前は${grouped(search.total)}件）。${grouped(Kept.MOST.seen)}件をこえるため、新しい記述がどれかは示せません。`;
      return;
    }
    const gone = news.gone ? `、なくなった記述 ${grouped(news.gone)}件` : "";
    count.textContent = `新しく ${grouped(news.hits.length)}件${gone}（全${grouped(now.total)}件。${since}）`;
    item.classList.toggle("has-news", news.hits.length > 0);
    const shown = news.hits.slice(0, 5).map((hit) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = hit.url;
      link.textContent = `${hit.heading || hit.caseTitle}（${[hit.prefecture, hit.place].filter(Boolean).join(" ")}）`;
      line.append(link);
      return line;
    });
    item.querySelector("[data-new]").replaceChildren(...shown);
  }

  function seen(url) {
    const now = found.get(url);
    if (!now) return;
    Kept.change((kept) => {
      kept.searches = kept.searches.map((one) => (one.url === url ? { ...one, ...now } : one));
    });
  }

  document.addEventListener("click", (event) => {
    const item = event.target.closest("#_own-list [data-item]");
    const search = event.target.closest(".saved-item");
    const pressed = event.target.closest("button, [data-open]");
    if (!pressed) return;
    if (pressed.id === "_adopt") adopt();
    else if (item && pressed.dataset.move) move(item, Number(pressed.dataset.move));
    else if (item && pressed.dataset.remove !== undefined) remove(item);
    else if (search && pressed.dataset.open !== undefined) seen(search.dataset.url);
    else if (search && pressed.dataset.seen !== undefined) {
      seen(search.dataset.url);
      const kept = Kept.read().searches.find((one) => one.url === search.dataset.url);
      const now = found.get(search.dataset.url);
      if (kept && now) tell(search, kept, now);
      Kept.say("確かめたことにしました");
    } else if (search && pressed.dataset.forget !== undefined) {
      Kept.change((now) => { now.searches = now.searches.filter((one) => one.url !== search.dataset.url); });
      search.remove();
      if (!saved.querySelector(".saved-item")) showSearches();
      const heading = document.getElementById("_saved");
      heading.tabIndex = -1;
      heading.focus();
      Kept.say("保存をやめました");
    }
  });
  document.addEventListener("input", (event) => {
    const item = event.target.closest("#_own-list [data-item]");
    if (!item || event.target.dataset.note === undefined) return;
    Kept.change((now) => {
      const one = now.items.find((each) => each.id === item.dataset.item);
      if (one) one.note = event.target.value;
    });
    refreshLinks();
  });

  if (own) {
    showOwn();
    showSearches();
    lookForNews();
    addEventListener("storage", () => showOwn());
  }
})();
