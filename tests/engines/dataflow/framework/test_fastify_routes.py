"""Routes of Fastify and Koa, as programs declare them, with what stands before each."""

from textwrap import dedent

from tests.engines.dataflow.framework.mapped import mapped


def routes(**texts: str) -> list[str]:
    return mapped({f"{name.replace('__', '/')}.js": dedent(one) for name, one in texts.items()})


def test_plugins_bring_their_prefix_and_their_hooks_to_those_below_them() -> None:
    app = """
    const fastify = require("fastify")();
    fastify.decorate("authenticate", async (request, reply) => {
      await request.jwtVerify();
    });
    fastify.register(require("./orders"), { prefix: "/orders" });
    fastify.get("/", async () => "hello");
    """
    orders = """
    module.exports = async function (fastify, options) {
      fastify.addHook("onRequest", fastify.authenticate);
      fastify.get("/", list);
      fastify.register(async (inner) => {
        inner.addHook("preHandler", isAdmin);
        inner.delete("/:id", drop);
      }, { prefix: "/office" });
    };
    """
    orders = orders.replace("inner", "instance")
    assert routes(app=app, orders=orders) == [
        "GET / handler of /",
        "GET /orders list authentication:authenticate",
        "DELETE /orders/office/:id drop authentication:authenticate permission:isAdmin",
    ]


def test_options_of_a_route_say_what_stands_before_it() -> None:
    app = """
    import Fastify from "fastify";
    const app = Fastify();
    app.decorateRequest("isModerator", function (request, reply) {
      if (!request.session.user.isModerator) reply.forbidden();
    });
    app.get("/a", { preHandler: [requireLogin] }, show);
    app.delete("/a", { preHandler: (request, reply) => request.isModerator(request, reply) }, show);
    app.route({ method: ["PUT", "PATCH"], url: "/b", onRequest: app.auth([app.verifyToken]), handler: show });
    app.post("/login", { config: { rateLimit: { max: 5 } } }, login);
    app.post("/open", { schema: {} }, async (request) => request.body);
    """
    assert routes(app=app) == [
        "DELETE /a show authentication:isModerator permission:isModerator",
        "GET /a show authentication:requireLogin",
        "PUT,PATCH /b show authentication:verifyToken",
        "POST /login login rate-limit:config.rateLimit",
        "POST /open handler of /open",
    ]


def test_folder_is_mounted_by_the_names_of_its_folders_and_shared_plugins_lend_their_hooks() -> None:
    app = """
    const path = require("path");
    const autoload = require("@fastify/autoload");
    module.exports = async function (fastify) {
      fastify.register(require("./guard"));
      fastify.register(autoload, { dir: path.join(__dirname, "routes"), options: { prefix: "/api" } });
    };
    """
    guard = """
    const fp = require("fastify-plugin");
    module.exports = fp(async (fastify) => {
      fastify.addHook("preHandler", async (request, reply) => {
        if (!request.session.user) return reply.code(401).send();
      });
    });
    """
    orders = """
    module.exports = async function (fastify) {
      fastify.get("/:id", show);
    };
    """
    assert routes(app=app, guard=guard, routes__orders__index=orders) == [
        "GET /api/orders/:id show authentication:request.session.user",
    ]


def test_routers_of_koa_with_prefix_and_middleware_that_lets_some_paths_through() -> None:
    app = """
    const Koa = require("koa");
    const jwt = require("koa-jwt");
    const orders = require("./orders");
    const about = require("./about");
    const app = new Koa();
    app.use(about.routes());
    app.use(jwt({ secret: key }).unless({ path: ["/orders/prices"] }));
    app.use(orders.routes()).use(orders.allowedMethods());
    """
    orders = """
    const Router = require("@koa/router");
    const router = new Router({ prefix: "/orders" });
    router.get("/", list);
    router.get("/prices", prices);
    router.del("/:id", async (ctx) => {
      if (!ctx.state.user) ctx.throw(401);
      ctx.body = await orders.drop(ctx.params.id);
    });
    module.exports = router;
    """
    about = """
    const Router = require("koa-router");
    const router = new Router();
    router.prefix("/about");
    router.get("/us", us);
    module.exports = router;
    """
    assert routes(app=app, orders=orders, about=about) == [
        "GET /about/us us",
        "GET /orders/ list authentication:jwt",
        "DELETE /orders/:id handler of /orders/:id authentication:jwt authentication:ctx.state.user",
        "GET /orders/prices prices",
    ]
