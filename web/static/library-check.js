"use strict";
// Turns the pages of the original and shows where a section is on its page, and the other way round.
(() => {
  const pages = document.getElementById("_pages");
  const base = `/library/documents/${pages.dataset.document}`;
  const sheet = document.getElementById("_sheet");
  const boxes = document.getElementById("_boxes");
  const leftOut = document.getElementById("_left-out");
  const list = document.getElementById("_lines");
  const number = document.getElementById("_page-number");
  const sections = [...document.querySelectorAll("[data-section]")]; // of the cases, or of the form of one
  const caseOf = (section) => section.closest("[data-case]").dataset.case;
  let shown = 0; // none yet
  let total = 0; // unknown
  let places = [];
  let wanted = null;

  function draw(found) {
    if (list) {
      const numbers = new Set(found.map(({ number }) => number));
      [...list.children].forEach((line) => line.classList.toggle("is-shown", numbers.has(line.value)));
      const first = list.querySelector(".is-shown");
      if (first) first.scrollIntoView({ block: "nearest" });
      return;
    }
    boxes.replaceChildren(...found.filter(({ area }) => area).map(({ area }) => {
      const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const name of ["x", "y", "width", "height"]) box.setAttribute(name, area[name]);
      return box;
    }));
  }

  function mark(section) {
    sections.forEach((one) => one.classList.toggle("is-shown", one === section));
    if (!section) return;
    const place = places.find((one) => one.caseId === caseOf(section) && one.sectionId === section.dataset.section);
    draw(place ? place.lines : []);
  }

  // The sections of the cases, to choose from; the one before the line is proposed.
  function sectionChoice(line, id) {
    const select = document.createElement("select");
    select.id = id;
    for (const article of document.querySelectorAll(".check-case")) {
      const group = document.createElement("optgroup");
      group.label = article.querySelector("h3").textContent;
      group.append(...[...article.querySelectorAll("[data-section]")].map((section) => {
        const option = document.createElement("option");
        option.value = JSON.stringify([caseOf(section), section.dataset.section]);
        option.textContent = section.querySelector(".check-heading").textContent;
        option.selected = caseOf(section) === line.caseId && section.dataset.section === line.sectionId;
        return option;
      }));
      if (group.childElementCount > 0) select.append(group);
    }
    return select;
  }

  // A line that is missing wrongly is taken in at the end of a section.
  function showLeftOut(lines) {
    if (!leftOut) return;
    leftOut.hidden = lines.length === 0;
    leftOut.querySelector("ul").replaceChildren(...lines.map((line, at) => {
      const item = document.createElement("li");
      const text = document.createElement("span");
      const label = document.createElement("label");
      const select = sectionChoice(line, `_take-${at}`);
      const button = document.createElement("button");
      text.textContent = line.text;
      text.id = `_take-text-${at}`;
      label.textContent = "入れる節";
      label.htmlFor = select.id;
      button.type = "button";
      button.className = "button button-quiet";
      button.textContent = "終わりに取り入れる";
      button.setAttribute("aria-describedby", text.id);
      button.addEventListener("click", () => take(line, select, item, button));
      item.addEventListener("mouseenter", () => draw([line]));
      item.append(text);
      if (select.options.length > 0) item.append(" ", label, " ", select, " ", button);
      return item;
    }));
  }

  async function take(line, select, item, button) {
    button.disabled = true;
    const [caseId, sectionId] = JSON.parse(select.value);
    const body = new URLSearchParams({ _token: leftOut.dataset.token, case: caseId, section: sectionId, page: shown, text: line.text });
    const response = await fetch(`${base}/take`, { method: "POST", body });
    const problem = response.ok ? {} : await response.json().catch(() => ({}));
    item.append(response.ok ? " 取り入れました。" : ` ${problem.detail || "取り入れられませんでした。画面を開き直してください。"}`);
    if (response.ok) {
      button.remove();
      select.disabled = true;
    }
  }

  async function loadLines(page) {
    const response = await fetch(`${base}/pages/${page}/text`);
    if (!response.ok) return false;
    list.replaceChildren(...(await response.json()).lines.map(({ number: at, text }) => {
      const line = document.createElement("li");
      line.value = at;
      line.textContent = text;
      return line;
    }));
    return true;
  }

  async function turn(page) {
    if (pages.getClientRects().length === 0) return; // a narrow screen shows no page beside the form
    if (!(page > 0) || (total > 0 && page > total)) {
      number.value = shown;
      return;
    }
    if (list) {
      if (!(await loadLines(page))) return;
    } else {
      sheet.src = `${base}/pages/${page}.png`;
      sheet.alt = `原本の${page}ページ目`;
    }
    shown = page;
    number.value = page;
    draw([]);
    const response = await fetch(`${base}/pages/${page}/places`);
    const found = response.ok ? await response.json() : { pages: 0, places: [], leftOut: [] };
    if (shown !== page) return;
    if (found.pages > 0) {
      total = found.pages;
      number.max = total;
      document.getElementById("_pages-total").textContent = `／${total}`;
      document.getElementById("_pager").hidden = total === 1;
    }
    places = found.places;
    showLeftOut(found.leftOut);
    mark(wanted);
  }

  async function show(section) {
    wanted = section;
    const page = Number(section.dataset.page);
    if (page > 0 && page !== shown) await turn(page);
    else if (shown === 0) await turn(1);
    else mark(section);
  }

  for (const section of sections) {
    section.addEventListener("focusin", () => show(section));
    if (section.matches(".check-section")) section.addEventListener("mouseenter", () => show(section));
  }
  for (const link of document.querySelectorAll("a[data-page]")) {
    link.addEventListener("click", (event) => { // without this script it opens the image of the page
      event.preventDefault();
      turn(Number(link.dataset.page));
      pages.scrollIntoView({ block: "nearest" });
    });
  }
  document.getElementById("_previous").addEventListener("click", (event) => { event.preventDefault(); turn(shown - 1); });
  document.getElementById("_next").addEventListener("click", (event) => { event.preventDefault(); turn(shown + 1); });
  number.addEventListener("change", () => turn(Number(number.value)));
  const isAt = (area, x, y) => area && x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
  function placeAt(event) {
    if (list) {
      const line = event.target.closest("li");
      return line && places.find((one) => one.lines.some((part) => part.number === line.value));
    }
    const whole = sheet.getBoundingClientRect();
    const x = (event.clientX - whole.left) / whole.width;
    const y = (event.clientY - whole.top) / whole.height;
    return places.find((one) => one.lines.some((part) => isAt(part.area, x, y)));
  }
  pages.addEventListener("mousemove", (event) => {
    const place = placeAt(event);
    const section = place && sections.find((one) => caseOf(one) === place.caseId && one.dataset.section === place.sectionId);
    if (section) mark(section);
  });
  pages.addEventListener("click", (event) => {
    const section = placeAt(event) && sections.find((one) => one.matches(".is-shown"));
    if (section) section.scrollIntoView({ block: "center" });
  });
  const first = document.querySelector("[data-section]:target") || sections.find((one) => Number(one.dataset.page) > 0 && one.matches(".edit-section"));
  if (first) show(first);
  else turn(1);
})();
