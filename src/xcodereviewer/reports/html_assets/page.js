// Brings the page to life: views by address, keyboard, plots that filter, paper.

const VIEWS = ["findings", "code", "coverage", "notices"];
const work = document.querySelector(".work");
const MOST_PRINTED = 300;
let openedForPaper = [];

/** Reads the filter and shows what it asks for. */
function refresh() {
  readChoice();
  countFacets();
  showList();
  filesAreOld = true;
  if (!work.hidden && !byId("code").hidden) showFiles();
}

function showView(name) {
  for (const view of VIEWS) byId(view).hidden = view !== name;
  work.hidden = name !== "findings" && name !== "code";
  for (const link of document.querySelectorAll("[data-view]")) {
    if (link.dataset.view === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (name === "coverage" && manifest.hidden) showManifest();
  if (name === "code" && filesAreOld) showFiles();
}

/** Goes where the address says: a view, `finding:ID`, `row:NUMBER` or `code:FILE:LINE`. */
function route({ isFirst = false } = {}) {
  const [name, ...rest] = decodeURIComponent(location.hash.slice(1)).split(":");
  const row = name === "finding" ? rows.find((one) => one.id === rest[0]) : name === "row" ? rows[Number(rest[0])] : undefined;
  if (row) {
    showView("findings");
    openRow(row);
  } else if (name === "code" && rest.length === 2 && files[Number(rest[0])] !== undefined) {
    showView("code");
    openFile(Number(rest[0]), Number(rest[1]));
  } else {
    showView(VIEWS.includes(name) ? name : "findings");
    if (!isFirst) byId(VIEWS.includes(name) ? name : "findings").focus({ preventScroll: true });
  }
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => byId("search").focus(),
  "?": () => byId("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.activeElement === byId("search")) {
    byId("search").value = "";
    byId("search").blur();
    refresh();
    return;
  }
  const isTyping = document.activeElement.matches("input[type=search], select, textarea") || byId("keys").open;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  if (event.key !== "?") showView("findings");
  KEYS[event.key]();
});

let waiting = 0;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 60);
});
form.addEventListener("submit", (event) => event.preventDefault());
byId("clear").addEventListener("click", () => {
  form.reset();
  refresh();
});
byId("keys-open").addEventListener("click", () => byId("keys").showModal());
for (const bar of document.querySelectorAll("[data-facet][data-value]")) {
  bar.addEventListener("click", () => {
    setFacet(bar.dataset.facet, bar.dataset.value);
    refresh();
    if (work.hidden) showView("findings");
    document.querySelector(".views").scrollIntoView();
  });
}
window.addEventListener("hashchange", () => route());
window.addEventListener("beforeprint", () => {
  if (current.length > list.children.length) addPart(Math.max(0, MOST_PRINTED - list.children.length));
  openedForPaper = [...list.children].slice(0, MOST_PRINTED).filter((item) => !isOpen(item));
  for (const item of openedForPaper) toggle(item, true);
  const printed = Math.min(current.length, list.children.length);
  byId("printed").hidden = printed >= current.length;
  byId("printed").textContent = say("printed-some", { n: printed, all: current.length });
  if (manifest.hidden) showManifest();
});
window.addEventListener("afterprint", () => {
  for (const item of openedForPaper) toggle(item, false);
  byId("printed").hidden = true;
});

buildFilters();
if (matchMedia("(max-width: 860px)").matches) document.querySelector(".facets").open = false;
refresh();
route({ isFirst: true });
