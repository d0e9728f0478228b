export async function withUsers(orders: Order[], prisma: PrismaClient): Promise<Order[]> {
  for (const order of orders) {
    order.user = await prisma.user.findUnique({ where: { id: order.userId } }); // finds: javascript.performance.query-in-loop
  }
  await Promise.all(
    orders.map(async (order) => {
      order.shop = await Shop.findOne({ where: { id: order.shopId } }); // finds: javascript.performance.query-in-loop
    }),
  );
  for (const order of orders) {
    const rows = await pool.query("SELECT * FROM items WHERE order_id = $1", [order.id]); // finds: javascript.performance.query-in-loop
    order.items = rows;
  }
  return orders;
}

export async function once(orders: Order[], prisma: PrismaClient): Promise<void> {
  const users = await prisma.user.findMany({ where: { id: { in: orders.map((order) => order.userId) } } }); // ok: javascript.performance.query-in-loop
  for (const order of orders) {
    order.user = users.find((user) => user.id === order.userId); // ok: javascript.performance.query-in-loop
    await pool.query("INSERT INTO log VALUES ($1)", [order.id]); // ok: javascript.performance.query-in-loop
  }
  for (const kind of ["new", "old"]) {
    await prisma.order.findFirst({ where: { kind } }); // ok: javascript.performance.query-in-loop
  }
}

export async function throughFunction(orders: Order[]): Promise<void> {
  for (const order of orders) {
    order.user = await loadUser(order.userId); // missing: javascript.performance.query-in-loop
  }
}
