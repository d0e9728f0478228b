// The files with findings, each with its findings in place.

const filesBox = byId("files");
let filesAreOld = true; // they are shown only when the reader looks at them

function pin(row) {
  return make(
    "div",
    { class: `pin is-${row.severity}` },
    make("span", { class: "sev" }, words[row.severity]),
    ...prose(row.message),
    " ",
    make("a", { href: `#row:${row.index}` }, rules[row.rule]),
  );
}

function marksOn(found, no, text) {
  return found.map((row) => (row.endLine - row.line < 30 || no === row.line ? markOn(row, no, text) : null)).filter(Boolean);
}

/** Returns the shown lines of a file, with a note where lines are left out. */
function fileCode(file, found) {
  const { total, lines, blocks } = sourceOf(file);
  const present = found.filter((row) => row.standing !== "gone");
  const box = codeBox(files[file], []);
  fitNumbers(box, String(Math.max(total, ...lines.keys())));
  let part = box.firstChild;
  let previous = 0;
  const cut = (first, last) => {
    if (last < first) return;
    box.append(cutLine(`⋯ ${say("lines-hidden", { first, last })}`));
    box.append((part = make("div", { class: "rows" })));
  };
  for (const [no, text] of lines) {
    cut(previous + 1, no - 1);
    const begins = present.filter((row) => row.line === no);
    const touching = present.filter((row) => row.line <= no && no <= row.endLine);
    const severity = SEVERITIES.find((one) => touching.some((row) => row.severity === one)) ?? null;
    part.append(codeLine(no, text, { marks: marksOn(touching, no, text), severity, language: languages[file], open: blocks.get(no) }));
    if (begins.length) {
      box.append(...begins.map(pin));
      box.append((part = make("div", { class: "rows" })));
    }
    previous = no;
  }
  if (total) cut(previous + 1, total);
  return box;
}

function fileItem(file, found) {
  const counts = SEVERITIES.map((one) => [one, found.filter((row) => row.severity === one).length]).filter(([, n]) => n);
  const item = make(
    "details",
    { class: "file", id: `file-${file}` },
    make(
      "summary",
      {},
      make("code", {}, files[file]),
      counts.map(([one, n]) => make("span", { class: `is-${one}` }, make("i", { class: "dot" }), `${number(n)} ${words[one]}`)),
    ),
  );
  item.addEventListener("toggle", () => fill(item, file, found));
  return item;
}

function fill(item, file, found) {
  if (item.open && !item.querySelector(".lines")) item.append(fileCode(file, found));
}

/** Shows the files of the findings that the reader wants. */
function showFiles() {
  filesAreOld = false;
  const found = new Map();
  for (const row of [...current].sort(ORDERS.file)) {
    if (!found.has(row.file)) found.set(row.file, []);
    found.get(row.file).push(row);
  }
  filesBox.replaceChildren(...[...found].map(([file, some]) => fileItem(file, some)));
  if (found.size === 1) filesBox.firstChild.open = true;
}

/** Opens a file at a line. */
function openFile(file, line) {
  let item = byId(`file-${file}`);
  if (!item) {
    filesBox.append((item = fileItem(file, rows.filter((row) => row.file === file))));
  }
  item.open = true;
  fill(item, file, rows.filter((row) => row.file === file && passes(row)));
  const target = [...item.querySelectorAll(".ln")].find((one) => Number(one.firstChild.textContent) >= line);
  (target ?? item).scrollIntoView({ block: "center" });
  item.querySelector("summary").focus({ preventScroll: true });
}
