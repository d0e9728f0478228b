// Source lines with what was found in them.

/** Returns a piece of a line in its colours; `stretches` are those of the whole line. */
function coloured(text, from, to, stretches) {
  const parts = [];
  let at = from;
  for (const [start, end, name] of stretches) {
    const first = Math.max(at, start);
    const last = Math.min(to, end);
    if (first >= last) continue;
    if (first > at) parts.push(text.slice(at, first));
    parts.push(make("span", { class: `c-${name}` }, text.slice(first, last)));
    at = last;
  }
  if (at < to) parts.push(text.slice(at, to));
  return parts;
}

/** Returns one line of code; `marks` are stretches [from, to] of its text. */
function codeLine(no, text, { marks = [], severity = null, sign = "", language = "", open = "" } = {}) {
  const cell = make("span", { class: "tx" });
  const stretches = scanLine(text, language, open).stretches;
  let at = 0;
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(at, Math.min(from, text.length));
    const end = Math.max(start, Math.min(to, text.length));
    cell.append(...coloured(text, at, start, stretches));
    if (end > start) cell.append(make("mark", {}, coloured(text, start, end, stretches)));
    at = end;
  }
  cell.append(...coloured(text, at, text.length, stretches), text ? "" : " ");
  const names = ["ln", severity ? `hit is-${severity}` : "", sign].filter(Boolean).join(" ");
  return make("div", { class: names }, make("span", { class: "no" }, String(no)), cell);
}

/** Returns the stretch of a line that a finding marks, as [from, to]; null when it stands elsewhere. */
function markOn(row, no, text) {
  if (no < row.line || no > row.endLine) return null;
  const from = no === row.line ? row.mark[0] : text.length - text.trimStart().length;
  const to = no === row.endLine ? row.mark[1] : text.length;
  return [from, Math.max(to, no === row.line && to <= from ? from + 1 : to)];
}

/** Makes the column of line numbers wide enough for the widest. */
function fitNumbers(box, widest) {
  box.style.setProperty("--no", `calc(${Math.max(2, widest.length)}ch + 1.8rem)`);
}

/** Returns a box of code rows that can be scrolled with the keyboard. */
function codeBox(label, lines) {
  const box = make("div", { class: "lines", tabindex: "0", role: "region", "aria-label": label }, make("div", { class: "rows" }, lines));
  fitNumbers(box, lines.at(-1)?.firstChild.textContent ?? "");
  return box;
}

function cutLine(text) {
  return make("div", { class: "cut" }, text);
}

const MOST_LINES = 14;

/** Returns the flagged lines of a finding with two around them; null when there is nothing to show. */
function excerpt(row) {
  if (row.snippet?.length) return codeBox(words.code, row.snippet.map((text, n) => codeLine(row.line + n, text, { severity: row.severity, language: languages[row.file] })));
  const { lines, blocks } = sourceOf(row.file);
  const last = Math.min(row.endLine, row.line + MOST_LINES - 1);
  const shown = [];
  for (let no = row.line - 2; no <= last + 2; no += 1) {
    const text = lines.get(no);
    if (text === undefined || (no > last && last < row.endLine)) continue;
    const mark = markOn(row, no, text);
    shown.push(codeLine(no, text, { marks: mark ? [mark] : [], severity: mark && row.severity, language: languages[row.file], open: blocks.get(no) }));
  }
  if (!shown.length) return null;
  const box = codeBox(words.code, shown);
  if (last < row.endLine) box.append(cutLine(`… ${say("more-lines", { n: row.endLine - last })}`));
  return box;
}
