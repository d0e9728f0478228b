export async function checkout(order: Order): Promise<void> {
  try {
    await save(order);
  } catch (error) { // finds: javascript.maintainability.useless-handler
    throw error;
  }
  try {
    await notify(order);
  } catch (reason) { throw reason; } // finds: javascript.maintainability.useless-handler
  try {
    await save(order);
  } catch (error) { // ok: javascript.maintainability.useless-handler
    throw new Error("The order was not saved", { cause: error });
  }
  try {
    await save(order);
  } catch (error) { // ok: javascript.maintainability.useless-handler
    report(error);
    throw error;
  }
}
