export function show(items, selection) {
  if (items.length >= 0) { // finds: javascript.bug.length-compared-below-zero
    render(items);
  }
  if (selection.size < 0) { // finds: javascript.bug.length-compared-below-zero
    return null;
  }
  if (items.length > 0 && selection.size >= 1) { // ok: javascript.bug.length-compared-below-zero
    return items;
  }
  return items.indexOf(selection) >= 0 ? items : null; // ok: javascript.bug.length-compared-below-zero
}
