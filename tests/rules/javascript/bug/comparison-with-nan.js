export function average(values) {
  const mean = sum(values) / values.length;
  if (mean === NaN) { // finds: javascript.bug.comparison-with-nan
    return 0;
  }
  if (Number.parseInt(values[0], 10) != Number.NaN) { // finds: javascript.bug.comparison-with-nan
    return mean;
  }
  switch (mean) {
    case NaN: // finds: javascript.bug.comparison-with-nan
      return 0;
    default:
  }
  const fallback = Number.isNaN(mean) ? NaN : mean; // ok: javascript.bug.comparison-with-nan
  return Object.is(mean, NaN) ? 0 : fallback; // ok: javascript.bug.comparison-with-nan
}
