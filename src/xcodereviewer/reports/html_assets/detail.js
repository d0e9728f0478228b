// All that is known of one finding: its code, its path, why it matters and how it ends.

function stopItem(stop) {
  const place = stop.file >= 0 ? make("a", { href: `#code:${stop.file}:${stop.line}` }, stop.place) : stop.place;
  return make(
    "li",
    {},
    make("span", {}, ...prose(stop.message ?? ""), stop.message ? " " : "", make("code", {}, place)),
    stop.code ? make("pre", {}, stop.code) : null,
  );
}

function stopsPart(title, stops) {
  if (!stops?.length) return null;
  return make("section", {}, make("h4", {}, title), make("ul", { class: "places" }, stops.map((stop) => stopItem({ file: -1, ...stop }))));
}

function changePart(row) {
  if (!row.fix) return null;
  const part = make("section", { class: "change" }, make("h4", {}, words.fix), make("p", {}, ...prose(row.fix.description)));
  const before = (row.fix.before ?? []).map((text) => codeLine("−", text, { sign: "del", language: languages[row.file] }));
  const after = (row.fix.after ?? []).map((text) => codeLine("+", text, { sign: "add", language: languages[row.file] }));
  if (before.length || after.length) part.append(codeBox(`${words.before}, ${words.after}`, [...before, ...after]));
  return part;
}

function metasPart(row) {
  const engines = [row.engine, ...(row.witnesses ?? [])].join(", ");
  const weaknesses = (row.cwe ?? []).map((one) =>
    make("a", { href: `https://cwe.mitre.org/data/definitions/${one}.html`, rel: "noopener noreferrer", target: "_blank" }, `CWE-${one}`),
  );
  return make(
    "p",
    { class: "metas" },
    make("span", {}, say(row.category)),
    make("span", {}, words[`confidence-${row.confidence}`]),
    weaknesses,
    make("span", {}, say("found-by", { engines })),
    row.standing === "gone" ? null : make("a", { href: `#code:${row.file}:${row.line}` }, words["open-in-code"]),
  );
}

/** Returns the body of a finding. */
function detailOf(row) {
  const docs = byId(`rule-${row.rule}`);
  const identity = row.id ? make("span", {}, `${words.id} `, make("code", {}, `xcr/v1:${row.id}`)) : null;
  return make(
    "div",
    { class: "detail", id: `detail-${row.index}` },
    metasPart(row),
    row.detail ? make("p", {}, ...prose(row.detail)) : null,
    excerpt(row) ?? make("p", { class: "note" }, words["no-source"]),
    pathPart(row),
    stopsPart(words.related, row.related),
    changePart(row),
    docs ? make("div", { class: "docs" }, docs.content.cloneNode(true)) : null,
    row.suppression ? make("p", { class: "note" }, say(row.standing === "open" ? "suppression-ignored" : "suppressed-by", { reason: row.suppression })) : null,
    row.note ? make("p", { class: "note" }, make("b", {}, words.note + words.colon), ...prose(row.note)) : null,
    make("p", { class: "idline" }, identity, row.id ? make("a", { href: `#finding:${row.id}` }, words.link) : null),
  );
}
