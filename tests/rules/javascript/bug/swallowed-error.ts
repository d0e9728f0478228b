export async function checkout(order: Order): Promise<void> {
  try {
    await save(order);
    // finds: javascript.bug.swallowed-error
  } catch (error) {}
  notify(order).catch(() => {}); // finds: javascript.bug.swallowed-error
  try {
    await save(order);
  } catch {
    // the order is saved again at the next start
  }
  notify(order).catch((error) => report(error)); // ok: javascript.bug.swallowed-error
  try {
    await remove(order);
  } catch (error) { // ok: javascript.bug.swallowed-error
    report(error);
  }
  fs.unlink(order.file).catch(() => {}); // ok: javascript.bug.swallowed-error
}

export async function quiet(order: Order): Promise<void> {
  await save(order).catch(() => undefined); // missing: javascript.bug.swallowed-error
}
