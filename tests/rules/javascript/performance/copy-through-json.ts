export function copies(settings: Settings, text: string): unknown[] {
  const copy = JSON.parse(JSON.stringify(settings)) as Settings; // finds: javascript.performance.copy-through-json
  copy.theme = JSON.parse(JSON.stringify(settings.theme)); // finds: javascript.performance.copy-through-json
  const right = structuredClone(settings); // ok: javascript.performance.copy-through-json
  const parsed = JSON.parse(text); // ok: javascript.performance.copy-through-json
  const normal = JSON.stringify(JSON.parse(text)); // ok: javascript.performance.copy-through-json
  const written = JSON.stringify(settings);
  const later = JSON.parse(written); // missing: javascript.performance.copy-through-json
  return [copy, right, parsed, normal, later];
}
