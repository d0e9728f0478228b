// Which findings are shown: what the reader ticked, chose and typed.

const form = document.querySelector(".filters");
const choice = { text: [], rule: "", file: "", order: "severity", severity: new Set(), category: new Set(), state: new Set(["open"]), only: new Set() };

// Each facet: its values, and whether a row has one of them. Where nothing is ticked, everything is shown.
const FACETS = {
  severity: { values: SEVERITIES, has: (row, value) => row.severity === value },
  category: { values: CATEGORIES, has: (row, value) => row.category === value },
  state: { values: STATES, has: (row, value) => row.standing === value },
  only: { values: Object.keys(EXTRAS), has: (row, value) => Boolean(row[EXTRAS[value]]) },
};

function passes(row, without = "") {
  for (const [name, facet] of Object.entries(FACETS)) {
    if (name === without || !choice[name].size) continue;
    const some = name === "only" ? [...choice[name]].every((value) => facet.has(row, value)) : [...choice[name]].some((value) => facet.has(row, value));
    if (!some) return false;
  }
  if (choice.rule !== "" && row.rule !== Number(choice.rule)) return false;
  if (choice.file !== "" && row.file !== Number(choice.file)) return false;
  return choice.text.every((word) => haystack(row).includes(word));
}

/** Returns the rows that the reader wants to see, in order. */
function selected() {
  return rows.filter((row) => passes(row)).sort(ORDERS[choice.order]);
}

function readChoice() {
  choice.text = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const name of ["rule", "file", "order"]) choice[name] = byId(name).value;
  for (const name of Object.keys(FACETS)) {
    choice[name] = new Set([...form.querySelectorAll(`[name="${name}"]:checked`)].map((box) => box.value));
  }
}

function countFacets() {
  for (const [name, facet] of Object.entries(FACETS)) {
    const counts = new Map(facet.values.map((value) => [value, 0]));
    for (const row of rows) {
      if (!passes(row, name)) continue;
      for (const value of facet.values) if (facet.has(row, value)) counts.set(value, counts.get(value) + 1);
    }
    for (const [value, count] of counts) byId(`n-${name}-${value}`).textContent = number(count);
  }
}

function buildFilters() {
  for (const [name, facet] of Object.entries(FACETS)) {
    const set = form.querySelector(`fieldset[data-facet="${name}"]`);
    const used = facet.values.filter((value) => rows.some((row) => facet.has(row, value)) || (name === "state" && value === "open"));
    set.hidden = !used.length;
    for (const value of facet.values) {
      set.append(
        make(
          "label",
          { class: name === "severity" ? `is-${value}` : null, hidden: !used.includes(value) },
          make("input", { type: "checkbox", name, value, checked: choice[name].has(value) }),
          name === "severity" ? make("i", { class: "dot" }) : null,
          make("span", {}, words[value]),
          make("b", { id: `n-${name}-${value}` }),
        ),
      );
    }
  }
  const sorted = (names) => names.map((name, place) => [name, place]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  for (const [id, names] of [["rule", rules], ["file", files]]) {
    byId(id).append(...sorted(names).map(([name, place]) => make("option", { value: place }, name)));
  }
}

/** Sets one facet to one value, as the plots do; a second time takes it back. */
function setFacet(name, value) {
  if (name === "file") {
    const place = String(files.indexOf(value));
    byId("file").value = byId("file").value === place ? "" : place;
  } else {
    const boxes = [...form.querySelectorAll(`[name="${name}"]`)];
    const isSet = boxes.every((box) => box.checked === (box.value === value));
    for (const box of boxes) box.checked = !isSet && box.value === value;
  }
}
