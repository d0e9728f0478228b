// What was found: the rows of the report, in the order and selection that the reader wants.

const { rules, files, languages } = read("heads");
const SEVERITIES = ["critical", "high", "medium", "low", "info"];
const CATEGORIES = ["security", "bug", "performance", "maintainability", "style"];
const STATES = ["open", "suppressed", "known", "gone"];
const EXTRAS = { new: "isNew", fails: "fails" };

const rows = read("rows").map((row, index) => ({ standing: "open", ...row, index }));

/** Returns what a search looks through, made when it is first asked for. */
function haystack(row) {
  if (row.haystack === undefined) {
    const stops = [...(row.steps ?? []), ...(row.related ?? [])].flatMap((stop) => [stop.place, stop.message ?? "", stop.code ?? ""]);
    const said = [row.message, row.detail ?? "", files[row.file], rules[row.rule], row.engine, row.id ?? "", row.suppression ?? ""];
    const weaknesses = (row.cwe ?? []).map((one) => `cwe-${one}`);
    row.haystack = [...said, ...weaknesses, ...stops].join("\n").toLowerCase();
  }
  return row.haystack;
}

const ORDERS = {
  severity: (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.fails - a.fails || a.index - b.index,
  file: (a, b) => a.index - b.index,
  rule: (a, b) => (rules[a.rule] < rules[b.rule] ? -1 : rules[a.rule] > rules[b.rule] ? 1 : a.index - b.index),
};
for (const row of rows) row.fails = Boolean(row.fails);

const sourceCache = new Map();

/** Returns the shown lines of a file, parsed when they are first asked for. */
function sourceOf(file) {
  if (!sourceCache.has(file)) {
    const { total, lines } = read(`source-${file}`);
    const blocks = lines.length === total ? openBlocks(lines, languages[file]) : new Map();
    sourceCache.set(file, { total, lines: new Map(lines), blocks });
  }
  return sourceCache.get(file);
}
