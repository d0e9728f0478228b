export function step(key: string, mode: number): number {
  switch (key) {
    case "ArrowUp":
    case "k":
      return 1;
    case "ArrowDown":
    case "k": // finds: javascript.bug.repeated-case
      return -1;
    case "j": // ok: javascript.bug.repeated-case
      return mode;
  }
  switch (mode) {
    case Mode.FAST:
      return 10;
    case Mode.SLOW: // ok: javascript.bug.repeated-case
      return 5;
    case Mode.FAST: // finds: javascript.bug.repeated-case
      return 1;
    default:
      return 0;
  }
}
