const Koa = require("koa");
const Router = require("@koa/router");
const Order = require("./order");

const app = new Koa();
const router = new Router({ prefix: "/orders" });

async function members(ctx, next) {
  if (!ctx.state.user) ctx.throw(401);
  await next();
}

router.get("/", members, async (ctx) => {
  ctx.body = await Order.find({ owner: ctx.state.user.id });
});

router.post("/", members, async (ctx) => {
  ctx.body = await Order.create({ ...ctx.request.body, owner: ctx.state.user.id });
});

router.put("/:id", members, async (ctx) => {
  ctx.body = await Order.updateOne({ _id: ctx.params.id, owner: ctx.state.user.id }, ctx.request.body);
});

// finds: javascript.security.missing-authentication
router.del("/:id", async (ctx) => {
  await Order.deleteOne({ _id: ctx.params.id });
  ctx.status = 204;
});

// It asks by itself.
// ok: javascript.security.missing-authentication
router.post("/:id/paid", async (ctx) => {
  if (!ctx.isAuthenticated()) return ctx.throw(401);
  ctx.body = await Order.updateOne({ _id: ctx.params.id }, { paid: true });
});

app.use(router.routes());
