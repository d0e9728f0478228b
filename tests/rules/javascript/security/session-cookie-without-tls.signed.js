const express = require("express");
const cookieSession = require("cookie-session");

const app = express();
app.use(cookieSession({ name: "shop", keys: [process.env.COOKIE_KEY], sameSite: "lax" })); // finds: javascript.security.session-cookie-without-tls
app.get("/basket", (req, res) => res.json(req.session.basket));
