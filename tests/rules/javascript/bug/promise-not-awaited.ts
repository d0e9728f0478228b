import { db, mail, queue } from "./services";

async function save(order: Order): Promise<void> {
  await db.put("orders", order);
}

const notify = async (order: Order) => {
  await mail.send(order.customer, "Thank you");
};

async function report(error: unknown) {
  try {
    await queue.push("errors", String(error));
  } catch {
    console.error(error);
  }
}

function log(order: Order) {
  console.log(order.id);
}

export async function checkout(order: Order): Promise<string> {
  save(order); // finds: javascript.bug.promise-not-awaited
  notify(order); // finds: javascript.bug.promise-not-awaited
  await save(order); // ok: javascript.bug.promise-not-awaited
  void notify(order); // ok: javascript.bug.promise-not-awaited
  save(order).catch(report); // ok: javascript.bug.promise-not-awaited
  report("late"); // ok: javascript.bug.promise-not-awaited
  log(order); // ok: javascript.bug.promise-not-awaited
  return order.id;
}

export const onClick = async (order: Order) => {
  await mail.prepare();
  notify(order); // ok: javascript.bug.promise-not-awaited
};

export async function retry(order: Order): Promise<void> {
  try {
    save(order); // finds: javascript.bug.promise-not-awaited
  } catch (error) {
    await report(error);
  }
}

export function schedule(order: Order): void {
  save(order); // missing: javascript.bug.promise-not-awaited
}

export class Basket {
  private async load(): Promise<void> {
    this.items = await db.get("items");
  }

  async refresh(): Promise<Item[]> {
    this.load(); // finds: javascript.bug.promise-not-awaited
    this.draw(); // ok: javascript.bug.promise-not-awaited
    return this.items;
  }

  draw(): void {
    this.items.forEach(async (item) => {
      await this.load(); // ok: javascript.bug.promise-not-awaited
    });
  }
}
