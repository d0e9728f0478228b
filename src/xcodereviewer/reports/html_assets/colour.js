// Colours for code, a line at a time: comments, strings, numbers and the words that most languages reserve.
// One pass over at most a few hundred characters. A string or comment of several lines is followed through files that
// are shown whole; elsewhere nobody knows where it began.

const HASH = new Set(["python", "ruby", "shell", "yaml", "github-actions", "compose", "kubernetes", "dockerfile", "toml", "php"]);
const SLASHES = new Set(["javascript", "typescript", "tsx", "java", "kotlin", "go", "rust", "php", "csharp", "c", "cpp"]);
const DASHES = new Set(["sql"]);
const DATA = new Set(["yaml", "github-actions", "compose", "kubernetes", "toml", "json"]);
const RESERVED = new Set(
  (
    "abstract and as assert async await begin break case catch chan class const continue def default defer del delete do done elif else " +
    "elsif end ensure enum except export extends extern false False fi final finally fn for foreach from func function global go goto if " +
    "impl implements import in include instanceof interface is lambda let match mod module mut namespace new nil none None nonlocal not " +
    "null or override package pass private protected pub public raise range readonly require rescue return select self sizeof static " +
    "struct super switch template then this throw throws trait true True try type typedef typeof union unless until use using var " +
    "virtual void when where while with yield"
  ).split(" "),
);
const SQL = new Set(
  (
    "add all alter and as asc begin between by case check column commit constraint create cross database default delete desc distinct drop " +
    "else end exists foreign from full grant group having if in index inner insert into is join key left like limit not null on or order " +
    "outer primary references revoke right rollback select set table then to union unique update user values view when where with"
  ).split(" "),
);
const STRING = String.raw`"(?:[^"\\]|\\.)*"?`;
const patterns = new Map();

function patternOf(language) {
  const isPython = language === "python";
  const blocks = [isPython && String.raw`"""(?:.*?"""|.*)|'''(?:.*?'''|.*)`, SLASHES.has(language) && String.raw`\/\*(?:.*?\*\/|.*)`].filter(Boolean);
  const comments = [HASH.has(language) && "#.*", SLASHES.has(language) && String.raw`\/\/.*`, DASHES.has(language) && "--.*"].filter(Boolean);
  if (!comments.length && language !== "json") return null;
  const strings = [STRING, language !== "rust" && String.raw`'(?:[^'\\]|\\.)*'?`, SLASHES.has(language) && "`[^`]*`?"].filter(Boolean);
  const either = (some) => some.join("|") || "(?!)";
  const tokens = `(?<block>${either(blocks)})|(?<comment>${either(comments)})|(?<string>${either(strings)})`;
  return new RegExp(`${tokens}|(?<number>\\b\\d[\\w.]*)|(?<word>[A-Za-z_$][\\w$]*)`, "g");
}

const kindOf = (end) => (end === "*/" ? "comment" : "string");

/** Returns the coloured stretches of a line, as [from, to, name], and the end of the block that it leaves open. */
function scanLine(text, language, open = "") {
  if (!patterns.has(language)) patterns.set(language, patternOf(language));
  const pattern = patterns.get(language);
  if (!pattern) return { stretches: [], open: "" };
  const closed = open ? text.indexOf(open) : -1;
  if (open && closed < 0) return { stretches: [[0, text.length, kindOf(open)]], open };
  const stretches = open ? [[0, closed + open.length, kindOf(open)]] : [];
  pattern.lastIndex = open ? closed + open.length : 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index, 0: piece, groups } = match;
    const to = index + piece.length;
    if (groups.block !== undefined) {
      const end = piece.startsWith("/*") ? "*/" : piece.slice(0, 3);
      stretches.push([index, to, kindOf(end)]);
      if (piece.length < 2 * end.length || !piece.endsWith(end)) return { stretches, open: end };
      continue;
    }
    const name = ["comment", "string", "number"].find((one) => groups[one] !== undefined);
    const isReserved = DASHES.has(language) ? SQL.has(piece.toLowerCase()) : !DATA.has(language) && RESERVED.has(piece);
    if (name || isReserved) stretches.push([index, to, name ?? "word"]);
  }
  return { stretches, open: "" };
}

/** Returns for each line of a whole file which block is open where it begins. */
function openBlocks(lines, language) {
  const found = new Map();
  let open = "";
  for (const [no, text] of lines) {
    if (open) found.set(no, open);
    open = scanLine(text, language, open).open;
  }
  return found;
}
