"""Routes of Express, as programs declare them, with what stands before each."""

from textwrap import dedent

from tests.engines.dataflow.framework.mapped import mapped, observed

from xcodereviewer.domain.kinds import CheckKind


def routes(*text: str, **more: str) -> list[str]:
    files = {f"{name}.js": dedent(one) for name, one in more.items()}
    return mapped({"app.js": dedent(text[0]), **files})


def test_middleware_stands_before_the_routes_behind_it() -> None:
    program = """
    const express = require("express");
    const rateLimit = require("express-rate-limit");
    const csrf = require("csurf");
    const app = express();
    app.get("/", (req, res) => res.send("hello"));
    app.use(csrf());
    app.post("/login", rateLimit({ max: 5 }), login);
    app.use("/account", requireLogin);
    app.get("/account/orders", list);
    app.delete("/shop/:id", list);
    """
    assert routes(program) == [
        "GET / handler of /",
        "GET /account/orders list csrf:csrf authentication:requireLogin",
        "POST /login login csrf:csrf rate-limit:rateLimit",
        "DELETE /shop/:id list csrf:csrf",
    ]


def test_router_of_another_module_is_mounted_with_its_prefix_and_guards() -> None:
    program = """
    const express = require("express");
    const orders = require("./orders");
    const app = express();
    app.use("/api", authenticateJWT, orders);
    """
    more = """
    const { Router } = require("express");
    const controller = require("./controller");
    const router = Router();
    router.route("/orders/:id").get(controller.show).delete(isAdmin, controller.remove);
    module.exports = router;
    """
    controller = """
    exports.show = async (req, res) => res.json(1);
    exports.remove = catchAsync(async (req, res) => res.json(2));
    """
    assert routes(program, orders=more, controller=controller) == [
        "DELETE /api/orders/:id remove authentication:authenticateJWT permission:isAdmin",
        "GET /api/orders/:id show authentication:authenticateJWT",
    ]


def test_middleware_of_the_program_is_judged_by_what_it_does() -> None:
    program = """
    const express = require("express");
    const app = express();
    function members(req, res, next) {
      if (!req.session.userId) return res.redirect("/login");
      next();
    }
    function greeting(req, res, next) {
      res.locals.name = req.session.userId;
      next();
    }
    app.get("/a", members, show);
    app.get("/b", greeting, show);
    app.get("/c", (req, res) => { if (!req.isAuthenticated()) return res.sendStatus(401); res.send("c"); });
    """
    assert routes(program) == [
        "GET /a show authentication:members",
        "GET /b show",
        "GET /c handler of /c authentication:req.isAuthenticated()",
    ]


def test_table_of_routers_and_loaders_that_get_the_application() -> None:
    program = """
    const express = require("express");
    const users = require("./users");
    const app = express();
    const table = [{ path: "/users", router: users }];
    table.forEach((one) => app.use(one.path, one.router));
    require("./pages")(app);
    """
    users = """
    const router = require("express").Router();
    router.get("/:id", passport.authenticate("jwt"), show);
    module.exports = router;
    """
    pages = """
    module.exports = (app) => { app.get("/about", optionalAuth, about); };
    """
    assert routes(program, users=users, pages=pages) == [
        "GET /about about open:optionalAuth",
        "GET /users/:id show authentication:passport.authenticate",
    ]


def test_fastify_and_koa_are_read_by_the_same_words() -> None:
    fastify = """
    const fastify = require("fastify")();
    fastify.get("/orders", list);
    """
    koa = """
    const Router = require("@koa/router");
    const router = new Router();
    router.post("/orders", requireAuth, create);
    """
    assert routes(fastify) == ["GET /orders list"]
    assert routes(koa) == ["POST /orders create authentication:requireAuth"]


def test_calls_that_look_like_routes_are_none() -> None:
    program = """
    const express = require("express");
    const app = express();
    app.get("title");
    app.set("view engine", "ejs");
    cache.get("/orders", list);
    axios.post("/orders", data);
    """
    assert routes(program) == []


def test_evidence_says_how_many_siblings_ask() -> None:
    program = """
    const router = require("express").Router();
    router.get("/a", requireLogin, async (req, res) => res.json(await Order.find()));
    router.post("/b", requireLogin, async (req, res) => res.json(await Order.create(req.body)));
    router.put("/c", requireLogin, async (req, res) => res.json(await Order.updateOne({ a: 1 }, req.body)));
    router.delete("/d", async (req, res) => res.json(await Order.deleteOne({ a: 1 })));
    """
    (told,) = observed({"app.js": dedent(program)}, CheckKind.MISSING_AUTHENTICATION)
    assert told.startswith("app.js:6 `handler of /d` (DELETE /d) changes data (`Order.deleteOne`) for anyone who asks")
    assert told.endswith("3 of 4 sibling routes require to know who asks, this one does not.")
