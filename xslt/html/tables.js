// Tables that are sorted by a click on a column's heading, and a drawing that shows the ties of the one pointed at.
"use strict";

for (const table of document.querySelectorAll(".list table:has(thead)")) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent;

  function sort(column) {
    const heading = headings[column];
    const up = heading.ariaSort ? heading.ariaSort !== "ascending" : !heading.matches(".number, .count"); // of numbers, the highest first
    const rows = [...body.rows].sort((one, other) => (up ? 1 : -1) * compare(key(one, column), key(other, column)));
    for (const other of headings) other.ariaSort = null;
    heading.ariaSort = up ? "ascending" : "descending";
    body.append(...rows);
  }

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(column));
    heading.append(button);
  });
}

for (const drawing of document.querySelectorAll(".drawing:has(.ties)")) {
  const ties = [...drawing.querySelectorAll(".ties path")];
  const names = [...drawing.querySelectorAll("a")];

  function point(event) {
    const at = event.type === "focusout" ? event.relatedTarget : event.target;
    const one = drawing.contains(at) ? at.closest("a")?.dataset.node : undefined;
    const near = new Set([one]);
    for (const tie of ties) {
      const both = tie.dataset.ties.split(" ");
      tie.classList.toggle("near", both.includes(one));
      if (both.includes(one)) both.forEach((other) => near.add(other));
    }
    for (const link of names) link.classList.toggle("near", near.has(link.dataset.node));
    drawing.classList.toggle("pointed", Boolean(one));
  }
  for (const kind of ["pointerover", "pointerleave", "focusin", "focusout"]) drawing.addEventListener(kind, point);
}
