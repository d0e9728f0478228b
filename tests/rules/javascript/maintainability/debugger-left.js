export function render(view) {
  debugger; // finds: javascript.maintainability.debugger-left
  if (view.broken) {
    debugger; // finds: javascript.maintainability.debugger-left
  }
  view.debugger = null; // ok: javascript.maintainability.debugger-left
  return view.open("debugger;"); // ok: javascript.maintainability.debugger-left
}
