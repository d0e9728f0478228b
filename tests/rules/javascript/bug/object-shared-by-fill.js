export function tables(rows, columns) {
  const grid = new Array(rows).fill(new Array(columns).fill(0)); // finds: javascript.bug.object-shared-by-fill
  const groups = Array(rows).fill([]); // finds: javascript.bug.object-shared-by-fill
  const seen = Array.from({ length: rows }).fill(new Set()); // finds: javascript.bug.object-shared-by-fill
  const zeros = new Array(columns).fill(0); // ok: javascript.bug.object-shared-by-fill
  const own = Array.from({ length: rows }, () => []); // ok: javascript.bug.object-shared-by-fill
  const mapped = new Array(rows).fill({}).map((_, index) => ({ index })); // ok: javascript.bug.object-shared-by-fill
  const row = [];
  const shared = new Array(rows).fill(row); // missing: javascript.bug.object-shared-by-fill
  return [grid, groups, seen, zeros, own, mapped, shared];
}
