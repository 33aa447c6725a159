// A table's headings become buttons that sort it, as the ARIA Authoring Practices describe. The page works without this.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const value = (row, column) => {
    const cell = row.cells[column];
    return "value" in cell.dataset ? Number(cell.dataset.value) : cell.textContent.trim();
  };
  const compare = (one, other) =>
    typeof one === "number" ? one - other : one.localeCompare(other, document.documentElement.lang, { numeric: true });
  const sort = (heading) => {
    const isNumber = heading.classList.contains("number");
    const now = heading.getAttribute("aria-sort");
    const descending = now === "none" ? isNumber : now === "ascending";
    for (const other of table.tHead.rows[0].cells) {
      if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
    }
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const sign = descending ? -1 : 1;
    const rows = [...body.rows];
    rows.sort((a, b) => sign * compare(value(a, heading.cellIndex), value(b, heading.cellIndex)));
    body.append(...rows);
  };
  for (const heading of table.tHead.rows[0].cells) {
    if (!heading.hasAttribute("aria-sort")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  }
}
