export function compare(version: string): number[][] {
  const wrong = version.split(".").map(parseInt); // finds: javascript.bug.map-with-parseint
  const also = Array.from(version.split("."), Number.parseInt); // finds: javascript.bug.map-with-parseint
  const right = version.split(".").map((part) => Number.parseInt(part, 10)); // ok: javascript.bug.map-with-parseint
  const floats = version.split(".").map(parseFloat); // ok: javascript.bug.map-with-parseint
  const numbers = version.split(".").map(Number); // ok: javascript.bug.map-with-parseint
  const flat = version.split(".").flatMap(parseInt); // missing: javascript.bug.map-with-parseint
  return [wrong, also, right, floats, numbers, flat];
}
