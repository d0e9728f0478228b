// The list of findings: a part of it at a time, each opened where it stands.

const list = byId("list");
const more = byId("more");
const PART = 100;
let current = [];

function rowItem(row) {
  const tags = [
    row.fails ? make("span", { class: "tag fails" }, words.fails) : null,
    row.isNew ? make("span", { class: "tag new" }, words.new) : null,
    row.isPreview ? make("span", { class: "tag" }, words.preview) : null,
    row.standing === "open" ? null : make("span", { class: "tag" }, words[row.standing]),
  ];
  const head = make(
    "button",
    { type: "button", "aria-expanded": "false", click: () => toggle(item) },
    make("span", { class: "said" }, make("span", { class: "sev" }, words[row.severity]), ...prose(row.message)),
    make("span", { class: "under" }, make("code", {}, `${files[row.file]}:${row.line}`), make("span", {}, rules[row.rule]), tags),
  );
  const quiet = row.standing === "open" ? "" : " is-quiet";
  const item = make("li", { class: `finding is-${row.severity}${quiet}`, "data-row": row.index }, make("h3", {}, head));
  return item;
}

const headOf = (item) => item.querySelector("h3 > button");
const isOpen = (item) => headOf(item).getAttribute("aria-expanded") === "true";

function toggle(item, open = !isOpen(item)) {
  if (open === isOpen(item)) return;
  headOf(item).setAttribute("aria-expanded", String(open));
  if (open) item.append(detailOf(rows[Number(item.dataset.row)]));
  else item.querySelector(".detail").remove();
}

function addPart(size = PART) {
  const shown = list.children.length;
  list.append(...current.slice(shown, shown + size).map(rowItem));
  more.hidden = list.children.length >= current.length;
}

/** Shows the rows that the reader wants, from the first. */
function showList() {
  current = selected();
  list.replaceChildren();
  addPart();
  byId("empty").hidden = current.length > 0;
  byId("empty").textContent = rows.length ? words["nothing-matches"] : byId("verdict-empty")?.textContent ?? words["no-open"];
  document.querySelector(".count").textContent = say("shown-of", { n: current.length, all: rows.length });
}

/** Opens one finding and goes to it, whatever the filter says. */
function openRow(row) {
  let place = current.indexOf(row);
  if (place < 0) {
    form.reset();
    if (row.standing !== "open") form.querySelector(`[name="state"][value="${row.standing}"]`).checked = true;
    refresh();
    place = current.indexOf(row);
  }
  if (place >= list.children.length) addPart(place + 1 - list.children.length);
  const item = list.children[place];
  toggle(item, true);
  item.scrollIntoView({ block: "start" });
  headOf(item).focus({ preventScroll: true });
}

/** Moves the focus by one finding. */
function step(by) {
  const at = [...list.children].indexOf(document.activeElement.closest?.(".finding"));
  if (at + by >= list.children.length) addPart();
  const item = list.children[at < 0 ? 0 : Math.max(0, Math.min(at + by, list.children.length - 1))];
  if (!item) return;
  headOf(item).focus();
  item.scrollIntoView({ block: "nearest" });
}

new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && addPart(), { rootMargin: "1200px" }).observe(more);
more.addEventListener("click", () => addPart());
byId("open-all").addEventListener("click", () => [...list.children].forEach((item) => toggle(item, true)));
byId("close-all").addEventListener("click", () => [...list.children].forEach((item) => toggle(item, false)));
