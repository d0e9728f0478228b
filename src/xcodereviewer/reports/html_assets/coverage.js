// The manifest: each file and what became of it in each engine, and all that was left out.

const OUTCOMES = ["done", "cached", "partial", "unparsed", "unsupported", "skipped", "failed"];
const manifest = byId("manifest");
const ENTRIES = 200;
let entries = null;

function hasGap([, , , passes, reason]) {
  return reason !== undefined || passes.some((pass) => pass && pass[0] > 1);
}

/** Returns where an entry stands: what failed comes first, what is whole comes last. */
function urgency([, , , passes, reason, isFailure]) {
  if (reason !== undefined) return isFailure ? 0 : OUTCOMES.length - 2;
  const worst = Math.max(0, ...passes.map((pass) => (pass ? pass[0] : 0)));
  return worst > 1 ? (OUTCOMES.length - 1 - worst) : OUTCOMES.length - 1;
}

function outcomeCell(pass, engine) {
  if (!pass) return make("td", { class: "no-pass" }, "–");
  const name = OUTCOMES[pass[0]];
  return make("td", { "data-engine": engine }, make("i", { class: `dot is-${name}` }), words[name], pass[1] ? make("small", {}, ...prose(pass[1])) : null);
}

function entryRow([path, language, lines, passes, reason, isFailure], engines) {
  const head = make("th", { scope: "row" }, make("code", {}, path));
  if (reason === undefined) return make("tr", {}, head, make("td", {}, language), make("td", { class: "number" }, number(lines)), passes.map((pass, place) => outcomeCell(pass, engines[place])));
  const name = isFailure ? "failed" : "left-out";
  const dot = make("i", { class: `dot is-${isFailure ? "failed" : "skipped"}` });
  return make("tr", {}, head, make("td", { colspan: 2 + engines.length }, dot, words[name] + words.colon, ...prose(reason)));
}

function showManifest() {
  if (!entries) entries = read("cover");
  const [engines, ...all] = entries;
  all.sort((a, b) => urgency(a) - urgency(b));
  const seek = make("input", { type: "search", placeholder: words["search-path"], "aria-label": words["search-path"] });
  const onlyGaps = make("input", { type: "checkbox" });
  onlyGaps.checked = all.some((entry) => urgency(entry) < OUTCOMES.length - 2);
  const count = make("span", { role: "status" });
  const body = make("tbody");
  const next = button(words["show-more"], () => addEntries());
  let wanted = [];
  const addEntries = () => {
    body.append(...wanted.slice(body.children.length, body.children.length + ENTRIES).map((entry) => entryRow(entry, engines)));
    next.hidden = body.children.length >= wanted.length;
  };
  const update = () => {
    const text = seek.value.toLowerCase();
    wanted = all.filter((entry) => (!onlyGaps.checked || hasGap(entry)) && entry[0].toLowerCase().includes(text));
    count.textContent = say("rows-of", { n: wanted.length, all: all.length });
    body.replaceChildren();
    addEntries();
  };
  for (const input of [seek, onlyGaps]) input.addEventListener("input", update);
  const titles = [words.file, words.language, words.lines, ...engines].map((title) => make("th", { scope: "col" }, title));
  manifest.replaceChildren(
    make("div", { class: "seek" }, seek, make("label", {}, onlyGaps, words["only-gaps"]), count),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words["work-done"] }, make("table", {}, make("thead", {}, make("tr", {}, titles)), body)),
    next,
  );
  manifest.hidden = false;
  update();
}
