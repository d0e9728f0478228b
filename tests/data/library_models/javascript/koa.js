const Koa = require("koa");
const Router = require("@koa/router");
const app = new Koa();
const router = new Router();
router.get("/:id", async (ctx, next) => {
  ctx.body = "<p>" + ctx.params.id + "</p>"; // finds: request > html, request > response
  ctx.body = "fixed"; // ok
  ctx.redirect(ctx.query.next); // finds: request > redirect
  ctx.redirect("/users"); // ok
  ctx.set("X-Name", ctx.request.body.name); // ok
  eval(ctx.cookies.get("code")); // finds: request > code
  eval(ctx.state.code); // ok
  await next();
});
app.use(async (ctx) => {
  eval(ctx.request.query.code); // finds: request > code
});
