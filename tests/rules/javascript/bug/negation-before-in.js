export function complete(settings, key, error) {
  if (!key in settings) { // finds: javascript.bug.negation-before-in
    settings[key] = 1;
  }
  if (!error instanceof TypeError) { // finds: javascript.bug.negation-before-in
    throw error;
  }
  if (!(key in settings) || !(error instanceof TypeError)) { // ok: javascript.bug.negation-before-in
    return !settings; // ok: javascript.bug.negation-before-in
  }
  for (const name in settings) { // ok: javascript.bug.negation-before-in
    settings[name] = !name;
  }
  return settings;
}
