// The way of a value, drawn through the source: a numbered marker at each step's expression, and lines between them.

const AROUND = 2; // lines around a step
const DRAWING = "http://www.w3.org/2000/svg";

/** Returns a part of a drawing. */
function drawn(tag, attributes) {
  const element = document.createElementNS(DRAWING, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Returns the line that a step stands on, and where its expression is in it; a file that is not in the page has no more. */
function lineOf(stop) {
  const text = stop.file >= 0 ? sourceOf(stop.file).lines.get(stop.line) : undefined;
  const indent = text === undefined ? 0 : text.length - text.trimStart().length;
  if (text === undefined || !text.startsWith(stop.code, indent)) return { text: stop.code, mark: stop.mark };
  return { text, mark: [stop.mark[0] + indent, stop.mark[1] + indent] };
}

/** Returns the steps by file and line, in the order in which the path comes to the files. */
function byPlace(stops) {
  const groups = new Map();
  for (const stop of stops) {
    const path = stop.place.replace(/:\d+:\d+$/, "");
    if (!groups.has(path)) groups.set(path, { path, file: stop.file, lines: new Map() });
    const { lines } = groups.get(path);
    lines.set(stop.line, [...(lines.get(stop.line) ?? []), stop]);
  }
  return [...groups.values()];
}

/** Puts a marker into a line before the character at an offset of its text; other markers do not count. */
function insertAt(cell, offset, marker) {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (node) => (node.parentElement.closest(".stop") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let rest = offset;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (rest < text.length) {
      const after = rest ? text.splitText(rest) : text;
      after.before(marker);
      return;
    }
    rest -= text.length;
  }
  cell.append(marker);
}

/** Returns a line of code with the markers of its steps before their expressions. */
function steppedLine(no, stops, severity, language, marker) {
  const line = codeLine(no, lineOf(stops[0]).text, { severity, language, marks: stops.map((stop) => lineOf(stop).mark) });
  for (const stop of stops) insertAt(line.lastChild, lineOf(stop).mark[0], marker(stop));
  return line;
}

/** Returns one file: its name, the lines of its steps and those around them. */
function fileSheet(group, severity, marker) {
  const language = group.file >= 0 ? languages[group.file] : "";
  const around = group.file >= 0 ? sourceOf(group.file).lines : new Map();
  const first = Math.min(...group.lines.keys());
  const name = group.file >= 0 ? make("a", { href: `#code:${group.file}:${first}` }, group.path) : group.path;
  const sheet = [make("div", { class: "cut" }, make("code", {}, name))];
  const shown = new Set();
  for (const no of [...group.lines.keys()].sort((a, b) => a - b)) {
    for (let near = no - AROUND; near <= no + AROUND; near += 1) if (around.has(near) || group.lines.has(near)) shown.add(near);
  }
  let last = null;
  for (const no of [...shown].sort((a, b) => a - b)) {
    if (last === null || no > last + 1) {
      if (last !== null) sheet.push(make("div", { class: "cut" }, "⋯"));
      sheet.push(make("div", { class: "rows" }));
    }
    const stops = group.lines.get(no);
    sheet.at(-1).append(stops ? steppedLine(no, stops, severity, language, marker) : codeLine(no, around.get(no), { language }));
    last = no;
  }
  return sheet;
}

/** Draws a line from each marker to the next; it is drawn anew when the box has another size. */
function connect(box, drawing, markers) {
  const origin = box.firstChild.getBoundingClientRect();
  if (!origin.width) return;
  drawing.setAttribute("width", box.firstChild.scrollWidth);
  drawing.setAttribute("height", box.firstChild.scrollHeight);
  const points = markers.map((marker) => {
    const place = marker.getBoundingClientRect();
    return [place.left - origin.left + place.width / 2, place.top - origin.top + place.height / 2, place.height / 2];
  });
  drawing.replaceChildren(
    ...points.slice(1).map(([x, y, radius], number) => {
      const [fromX, fromY] = points[number];
      const way = Math.sign(y - fromY);
      if (!way) return drawn("path", { d: `M${fromX} ${fromY + radius} C${fromX} ${fromY + radius + 9} ${x} ${y + radius + 9} ${x} ${y + radius + 2}` });
      const start = fromY + way * radius, end = y - way * (radius + 2), bend = (end - start) / 2;
      const tip = `M${x - 4} ${end - way * 5} L${x} ${end} L${x + 4} ${end - way * 5}`;
      return drawn("path", { d: `M${fromX} ${start} C${fromX} ${start + bend} ${x} ${end - bend} ${x} ${end} ${tip}` });
    }),
  );
}

/** Moves from marker to marker with the arrow keys, to the first and last with Home and End. */
function walk(event, markers) {
  const at = markers.indexOf(document.activeElement);
  const keys = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: markers.length - 1 };
  const next = at < 0 ? undefined : markers[keys[event.key]];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Returns the path of a finding: the list of its steps, and beside it the drawing; each leads to the other. */
function pathPart(row) {
  if (!row.steps?.length) return null;
  const stops = row.steps.map((stop, index) => ({ file: -1, mark: [0, 0], code: "", message: "", ...stop, index }));
  const list = make("ol", { class: "steps" }, stops.map(stopItem));
  const part = make("section", { class: "path" }, make("h4", {}, words.path), make("div", { class: "way" }, list));
  if (stops.length < 2) return part;
  const markers = [];
  const marker = (stop) => {
    const label = say("step-of", { n: stop.index + 1, total: stops.length, place: stop.place, message: stop.message.replaceAll("`", "") });
    const kind = stop.index === stops.length - 1 ? "stop last" : "stop";
    markers[stop.index] = button(String(stop.index + 1), () => list.children[stop.index].focus(), { class: kind, "aria-label": label });
    return markers[stop.index];
  };
  const sheets = byPlace(stops).flatMap((group) => fileSheet(group, row.severity, marker));
  const box = make("div", { class: "lines drawn", role: "group", "aria-label": words["path-drawn"], keydown: (event) => walk(event, markers) }, make("div", { class: "sheets" }, sheets));
  fitNumbers(box, String(Math.max(...stops.map((stop) => stop.line)) + AROUND));
  const drawing = drawn("svg", { "aria-hidden": "true" });
  box.firstChild.append(drawing);
  for (const stop of stops) {
    const item = list.children[stop.index];
    item.tabIndex = -1;
    item.append(button(words["show-in-drawing"], () => markers[stop.index].focus(), { class: "seek-stop", "aria-label": say("show-step", { n: stop.index + 1 }) }));
  }
  new ResizeObserver(() => connect(box, drawing, markers)).observe(box.firstChild);
  part.lastChild.append(box);
  return part;
}
