export function drop(items, item, cache, key) {
  delete items[items.indexOf(item)]; // finds: javascript.bug.array-element-deleted
  for (let i = 0; i < items.length; i++) {
    if (items[i] === item) {
      delete items[i]; // finds: javascript.bug.array-element-deleted
    }
    delete cache[items[i]]; // ok: javascript.bug.array-element-deleted
    delete cache[i]; // ok: javascript.bug.array-element-deleted
  }
  delete cache[key]; // ok: javascript.bug.array-element-deleted
  items.splice(items.indexOf(item), 1); // ok: javascript.bug.array-element-deleted
  const index = items.indexOf(item);
  delete items[index]; // missing: javascript.bug.array-element-deleted
}
