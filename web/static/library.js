"use strict";
// Upload by drag and drop, paste or dialog with progress, and live states of the documents. The page works without this script.
(() => {
  const page = document.querySelector(".library");
  const form = document.getElementById("_upload");
  const input = document.getElementById("_files");
  const folder = document.getElementById("_folder");
  const uploads = document.getElementById("_uploads");
  const rows = document.getElementById("_rows");
  const toCheck = document.getElementById("_to-check");
  const token = page.dataset.token;
  const waiting = [];
  let isSending = false;

  function line(text) {
    const item = document.createElement("li");
    item.append(text);
    uploads.append(item);
    return item;
  }

  function enqueue(file) {
    const megabytes = Number(form.dataset.megabytes);
    if (file.size > megabytes * 1024 * 1024) { // the server would end the connection unread
      line(`「${file.name}」は${megabytes}MBを超えるため受け取れません。分けて保存し直してください。`);
      return;
    }
    const item = line(`「${file.name}」`);
    const bar = document.createElement("progress");
    const stop = document.createElement("button");
    bar.max = Math.max(1, file.size);
    bar.value = 0;
    bar.setAttribute("aria-label", `${file.name}の送信`);
    stop.type = "button";
    stop.className = "button button-quiet";
    stop.textContent = "やめる";
    stop.setAttribute("aria-label", `${file.name}の送信をやめる`);
    item.append(bar, stop);
    const job = { file, item, bar, stop };
    stop.addEventListener("click", () => cancel(job));
    waiting.push(job);
    sendNext();
  }

  function cancel(job) {
    const at = waiting.indexOf(job);
    if (at >= 0) waiting.splice(at, 1);
    if (job.request) job.request.abort();
    else end(job, [`「${job.file.name}」の送信をやめました。`]);
  }

  function end(job, messages) {
    job.item.replaceChildren(messages.join(" "));
  }

  // One file after the other, so that each has its own progress and a cut connection loses one file only.
  function sendNext() {
    const job = isSending ? undefined : waiting.shift();
    if (!job) return;
    isSending = true;
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("files", job.file);
    job.request = request;
    request.open("POST", "/api/library/documents");
    request.setRequestHeader("X-Jirei-Token", token);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => { job.bar.value = event.loaded; });
    request.addEventListener("loadend", () => {
      isSending = false;
      const results = (request.response && request.response.files) || []; // of a refused file too: it says why
      const problem = request.response && request.response.detail;
      if (results.length > 0) end(job, results.map((result) => result.message));
      else if (request.status === 0) end(job, [`「${job.file.name}」を送れませんでした。つながりを確かめて、もう一度入れてください。`]);
      else end(job, [problem || `「${job.file.name}」を受け取れませんでした。`]);
      sendNext();
    });
    request.send(body);
  }

  async function readEntry(entry) {
    if (entry.isFile) return new Promise((resolve) => entry.file((file) => resolve([file]), () => resolve([])));
    const reader = entry.createReader();
    const files = [];
    for (;;) {
      const entries = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (entries.length === 0) return files;
      for (const inner of entries) files.push(...(await readEntry(inner)));
    }
  }

  async function take(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    if (entries.length === 0) {
      [...transfer.files].forEach(enqueue);
      return;
    }
    for (const entry of entries) (await readEntry(entry)).forEach(enqueue);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.files.length === 0) input.click();
  });
  input.addEventListener("change", () => {
    [...input.files].forEach(enqueue);
    input.value = "";
  });
  folder.addEventListener("change", () => {
    [...folder.files].forEach(enqueue);
    folder.value = "";
  });
  // A file that misses the box would be opened by the browser in the place of this page.
  const hasFiles = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
  for (const name of ["dragover", "dragenter"]) {
    document.addEventListener(name, (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("is-over"); });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    form.classList.remove("is-over");
    take(event.dataTransfer);
  });
  document.addEventListener("paste", (event) => {
    if (event.clipboardData && event.clipboardData.files.length > 0) take(event.clipboardData);
  });

  // One after the other: two events for a new document would otherwise add two rows.
  let refreshing = Promise.resolve();
  function refresh(id) {
    refreshing = refreshing.then(() => load(id)).catch(() => {}); // the next event, or a reload, shows the state
  }

  async function load(id) {
    const response = await fetch(`/library/documents/${id}/row`, { headers: { Accept: "text/html" } });
    const old = document.getElementById(`d-${id}`);
    if (response.status === 404) {
      if (old) old.remove();
    } else if (response.ok) {
      const template = document.createElement("template");
      template.innerHTML = await response.text();
      const row = template.content.querySelector("tr");
      if (old) old.replaceWith(row);
      else rows.prepend(row);
    }
    const empty = document.querySelector(".library-empty");
    if (empty && rows.children.length > 0) empty.remove();
    document.getElementById("_count").textContent = `${rows.children.length}件`;
    const left = rows.querySelectorAll(".state-check").length;
    toCheck.hidden = left === 0;
    toCheck.querySelector("span").textContent = `${left}件`;
  }

  const events = new EventSource("/library/events");
  events.addEventListener("document", (event) => refresh(event.data));
  events.addEventListener("open", () => document.querySelectorAll("tr[data-open=true]").forEach((row) => refresh(row.id.slice(2))));
})();
