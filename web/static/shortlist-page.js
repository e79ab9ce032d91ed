"use strict";
// Shortlist page: the server-rendered list with controls for notes and order, and the saved searches.
(() => {
  const MAX_URL_LENGTH = 28000;
  const own = document.getElementById("_own-list");
  const template = (id) => document.getElementById(id).content.cloneNode(true);
  const grouped = (number) => number.toLocaleString("ja-JP");
  let undo = null;

  function parameters(items, withNotes) {
    const query = new URLSearchParams();
    for (const item of items) {
      query.append("item", item.id);
      if (withNotes && item.note.trim()) query.append("note", item.note);
    }
    return query.toString();
  }

  /* ---------- shared list ---------- */

  function adopt() {
    const shown = [...document.querySelectorAll("#_items [data-item]")];
    const known = new Set(Kept.read().items.map((item) => item.id));
    const added = shown
      .map((item) => ({ id: item.dataset.item, note: item.querySelector("[data-kept-note]")?.textContent ?? "" }))
      .filter((item) => !known.has(item.id));
    const room = Kept.MAX.items - known.size;
    Kept.change((now) => { now.items = [...now.items, ...added.slice(0, room)]; });
    const left = added.length - Math.min(added.length, room);
    const message = `${grouped(added.length - left)}件を候補に加えました`
      + (shown.length > added.length ? `（${grouped(shown.length - added.length)}件はすでに候補にあります）` : "")
      + (left ? `。候補は${Kept.MAX.items}件までのため、${grouped(left)}件は加えていません` : "");
    const button = document.getElementById("_adopt");
    const result = document.createElement("span");
    result.textContent = message;
    result.tabIndex = -1;
    button.replaceWith(result);
    result.focus();
    Kept.announce(message);
  }

  /* ---------- the user's list ---------- */

  async function showOwn() {
    const { items } = Kept.read();
    if (items.length === 0) {
      own.replaceChildren(template("_own-empty"));
    } else {
      const withNotes = parameters(items, true);
      const long = withNotes.length > MAX_URL_LENGTH;
      const query = long ? parameters(items, false) : withNotes;
      try {
        const response = await fetch(`/shortlist?${query}`);
        if (!response.ok) throw new Error(String(response.status));
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        own.replaceChildren(document.importNode(page.getElementById("_items"), true));
      } catch {
        own.textContent = "候補を表示できませんでした。Jirei が動いているか確かめて、画面を読み込み直してください。";
        return;
      }
      const notes = new Map(items.map((item) => [item.id, item.note]));
      for (const item of own.querySelectorAll("[data-item]")) addTools(item, notes.get(item.dataset.item) ?? "");
      own.prepend(shared(query, long));
      disableEndButtons();
    }
    if (undo) own.prepend(undo);
    own.setAttribute("aria-busy", "false");
  }

  function shared(query, long) {
    const fragment = template("_share");
    const url = `${own.dataset.origin}/shortlist?${query}`;
    fragment.querySelector("input").value = url;
    fragment.querySelector("#_share-mail").href = mail(url);
    fragment.querySelector("#_share-remark").textContent = long
      ? "メモが長いため、リンクと書き出しにはメモを含めていません。"
      : "リンクにはメモも含まれます。人に送る前に内容を確かめてください。";
    return fragment;
  }

  function mail(url) {
    return `mailto:?subject=${encodeURIComponent("候補リスト")}&body=${encodeURIComponent(`候補リスト\r\n${url}\r\n`)}`;
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
  function disableEndButtons() {
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
    disableEndButtons();
    refreshLinks();
    const same = item.querySelector(`[data-move='${by}']`);
    (same.disabled ? item.querySelector(`[data-move='${-by}']`) : same).focus();
    Kept.announce(`${place}番目に移しました`);
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
      Kept.announce("元に戻しました");
      own.querySelector(`[data-item="${CSS.escape(id)}"] [data-remove]`)?.focus();
    });
    undo.append(back);
    await showOwn();
    Kept.announce("候補から外しました。「元に戻す」で取り消せます");
    back.focus();
  }

  // Notes and order change the links; the list itself is not rendered again.
  function refreshLinks() {
    const { items } = Kept.read();
    const withNotes = parameters(items, true);
    const long = withNotes.length > MAX_URL_LENGTH;
    const link = document.getElementById("_share-url");
    if (!link) return;
    link.value = `${own.dataset.origin}/shortlist?${long ? parameters(items, false) : withNotes}`;
    document.getElementById("_share-mail").href = mail(link.value);
    const known = new Set([...own.querySelectorAll("[data-item]")].filter((item) => !item.querySelector(".item-unknown")).map((item) => item.dataset.item));
    const knownItems = items.filter((item) => known.has(item.id));
    for (const link of own.querySelectorAll(".export a")) {
      const format = new URL(link.href).searchParams.get("format");
      link.href = `/shortlist/export?${parameters(knownItems, !long)}&format=${format}`;
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
      item.querySelector("[data-feed]").href = `/feed${search.url.slice(1)}`;
      item.querySelector("[data-feed] .visually-hidden").textContent = `：${search.name}`;
      for (const hidden of item.querySelectorAll("button .visually-hidden")) hidden.textContent = `：${search.name}`;
      return item;
    }));
  }

  const found = new Map();

  async function checkForNewResults() {
    for (const search of Kept.read().searches) {
      const item = saved.querySelector(`[data-url="${CSS.escape(search.url)}"]`);
      if (!item) continue;
      try {
        const now = await SavedSearch.run(search.url);
        found.set(search.url, now);
        showChanges(item, search, now);
      } catch {
        item.querySelector("[data-count]").textContent = "調べられませんでした。条件が今の事例集に合わないか、Jirei が動いていません。";
      }
    }
  }

  function showChanges(item, search, now) {
    const changes = SavedSearch.changes(search, now);
    const count = item.querySelector("[data-count]");
    const since = search.day ? `前回確認 ${search.day}` : "前回の確認以降";
    if (changes === null) {
      count.textContent = `全${grouped(now.total)}件（前は${grouped(search.total)}件）。${grouped(Kept.MAX.seen)}件を超えるため、新しい記述がどれかは示せません。`;
      return;
    }
    const gone = changes.gone ? `、なくなった記述 ${grouped(changes.gone)}件` : "";
    count.textContent = `新着${grouped(changes.hits.length)}件${gone}（${since}、全${grouped(now.total)}件）`;
    item.classList.toggle("has-news", changes.hits.length > 0);
    const shown = changes.hits.slice(0, 5).map((hit) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = hit.url;
      link.textContent = `${hit.heading || hit.caseTitle}（${[hit.prefecture, hit.place].filter(Boolean).join(" ")}）`;
      line.append(link);
      return line;
    });
    item.querySelector("[data-new]").replaceChildren(...shown);
  }

  function markSeen(url) {
    const now = found.get(url);
    if (!now) return;
    Kept.change((kept) => {
      kept.searches = kept.searches.map((one) => (one.url === url ? { ...one, ...now } : one));
    });
  }

  document.addEventListener("click", (event) => {
    const item = event.target.closest("#_own-list [data-item]");
    const search = event.target.closest(".saved-item");
    const control = event.target.closest("button, [data-open]");
    if (!control) return;
    if (control.id === "_adopt") adopt();
    else if (item && control.dataset.move) move(item, Number(control.dataset.move));
    else if (item && control.dataset.remove !== undefined) remove(item);
    else if (search && control.dataset.open !== undefined) markSeen(search.dataset.url);
    else if (search && control.dataset.seen !== undefined) {
      markSeen(search.dataset.url);
      const kept = Kept.read().searches.find((one) => one.url === search.dataset.url);
      const now = found.get(search.dataset.url);
      if (kept && now) showChanges(search, kept, now);
      Kept.announce("確認済みにしました");
    } else if (search && control.dataset.forget !== undefined) {
      Kept.change((now) => { now.searches = now.searches.filter((one) => one.url !== search.dataset.url); });
      search.remove();
      if (!saved.querySelector(".saved-item")) showSearches();
      const heading = document.getElementById("_saved");
      heading.tabIndex = -1;
      heading.focus();
      Kept.announce("保存をやめました");
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
    checkForNewResults();
    addEventListener("storage", () => showOwn());
  }
})();
