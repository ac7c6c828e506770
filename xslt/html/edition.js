// Brings notes, persons, terms and the targets of references to the reader. Without it each of them is a plain link.
"use strict";

(() => {
  const article = document.querySelector("body.document article, body.part article");
  if (!article) return;
  const wide = matchMedia("(min-width: 1100px)");
  const notes = [...article.querySelectorAll(".notes .note:not(.unanchored)")];
  const markers = new Map([...article.querySelectorAll(".call a")].map((a) => [a.hash.slice(1), a]));

  // Notes stand beside their marker where there is room; one that would overlap moves down.
  function place() {
    article.classList.toggle("beside", wide.matches);
    if (!wide.matches) return;
    const origin = article.getBoundingClientRect().top;
    let floor = 0;
    const tops = notes.map((note) => markers.get(note.id)?.getBoundingClientRect().top - origin || 0);
    const heights = notes.map((note) => note.offsetHeight);
    notes.forEach((note, i) => {
      const top = Math.max(tops[i], floor);
      note.style.setProperty("--y", `${top}px`);
      floor = top + heights[i] + 14;
    });
    article.style.setProperty("--floor", `${floor}px`);
  }
  article.querySelector(".notes")?.classList.toggle("all", !article.querySelector(".unanchored"));
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (entry.contentRect.width !== width) place();
    width = entry.contentRect.width;
  }).observe(article);
  wide.addEventListener("change", place);
  document.fonts?.ready.then(place);

  const SHOWN = ".call a, article a:is(.person, .term, .ref), .pb a";
  const peek = document.createElement("div");
  peek.className = "peek";
  peek.setAttribute("role", "note");
  peek.hidden = true;
  document.body.append(peek);
  let timer = 0;
  let shown = null;
  let pointer = "";

  function copy(node) {
    const clone = node.cloneNode(true);
    for (const el of [clone, ...clone.querySelectorAll("[id]")]) el.removeAttribute("id");
    return clone;
  }

  function lines(heading, ...text) {
    return [[heading, "heading"], [...text, ""]].filter(([words]) => words).map((line) => {
      const p = document.createElement("p");
      p.className = line.pop();
      p.append(...line);
      return p;
    });
  }

  // What the panel beside the text says of a person, a term or a page: its entry has a link of the same address.
  function entry(link) {
    const href = CSS.escape(link.getAttribute("href"));
    const found = document.querySelector(`.here dt a[href="${href}"], .here li a[href="${href}"]`);
    if (!found) return [];
    if (found.closest("li")) return lines("", ...copy(found.closest("li")).childNodes);
    return lines(copy(found), found.closest("div").querySelector(".role").textContent);
  }

  function content(link) {
    if (link.matches(".person, .term, .pb a")) return entry(link);
    if (link.dataset.title) return lines(link.dataset.title, link.dataset.facts);
    if (link.host !== location.host) return lines("", decodeURI(link.host + link.pathname));
    const note = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return note?.matches(".note") ? [copy(note.querySelector(".note-text"))] : [];
  }

  function inView(note) {
    const box = note.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }

  function show(link) {
    hide();
    const note = link.matches(".call a") && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    shown = link;
    note?.classList?.add("lit");
    if (note && wide.matches && inView(note)) return true;
    const parts = content(link);
    if (!parts.length) return false;
    peek.replaceChildren(...parts);
    peek.hidden = false;
    const at = link.getBoundingClientRect();
    const size = peek.getBoundingClientRect();
    const below = at.bottom + size.height + 12 < innerHeight;
    peek.style.left = `${Math.max(8, Math.min(at.left - 16, document.documentElement.clientWidth - size.width - 8))}px`;
    peek.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - size.height - 8)}px`;
    return true;
  }

  function hide() {
    clearTimeout(timer);
    peek.hidden = true;
    shown = null;
    for (const note of notes) note.classList.remove("lit");
  }

  const target = (event) => (event.target instanceof Element ? event.target.closest(SHOWN) : null);
  document.addEventListener("pointerdown", (event) => { pointer = event.pointerType; }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = target(event);
    clearTimeout(timer);
    if (link && link !== shown) timer = setTimeout(() => show(link), link.matches(".call a") ? 100 : 350);
    else if (!link && shown && !peek.contains(event.target) && document.activeElement !== shown) timer = setTimeout(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = target(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!peek.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = target(event);
    if (link && pointer === "touch" && link !== shown) {
      if (show(link)) event.preventDefault(); // the first tap shows, the second follows
    } else if (!peek.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();

// A button beside every text that is made to be copied.
for (const section of document.querySelectorAll("[data-copy]")) {
  for (const pre of section.querySelectorAll("pre")) {
    const button = document.createElement("button");
    button.textContent = section.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = section.dataset.copied;
      setTimeout(() => { button.textContent = section.dataset.copy; }, 2000);
    });
    if (navigator.clipboard) pre.after(button);
  }
}
