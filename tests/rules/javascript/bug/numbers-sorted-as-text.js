export function median(text, words) {
  const values = text.split(",").map(Number).sort(); // finds: javascript.bug.numbers-sorted-as-text
  const sizes = words.map((word) => word.length).sort(); // finds: javascript.bug.numbers-sorted-as-text
  const fixed = [100, 9, 25].sort(); // finds: javascript.bug.numbers-sorted-as-text
  const right = text.split(",").map(Number).sort((a, b) => a - b); // ok: javascript.bug.numbers-sorted-as-text
  const names = words.map((word) => word.toLowerCase()).sort(); // ok: javascript.bug.numbers-sorted-as-text
  const letters = ["b", "a"].sort(); // ok: javascript.bug.numbers-sorted-as-text
  const typed = Float64Array.from(right).sort(); // ok: javascript.bug.numbers-sorted-as-text
  const numbers = text.split(",").map(Number);
  numbers.sort(); // missing: javascript.bug.numbers-sorted-as-text
  return [values, sizes, fixed, names, letters, typed, numbers];
}
