"use strict";
// Charts as PNG: the browser draws the SVG file at twice its size, with the fonts of this machine.
(() => {
  const SCALE = 2;

  async function save(button) {
    const image = new Image();
    image.src = button.dataset.png;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const content = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = `${button.dataset.name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-png]");
    if (!button) return;
    try {
      await save(button);
      Kept.announce("PNG を保存しました");
    } catch {
      Kept.announce("PNG を作れませんでした。SVG を保存してください。");
    }
  });
})();
