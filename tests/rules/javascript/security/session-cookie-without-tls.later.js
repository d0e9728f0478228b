const express = require("express");
const session = require("express-session");

const app = express();
const settings = { secret: process.env.SESSION_SECRET, cookie: {} };
if (app.get("env") === "production") {
  app.set("trust proxy", 1);
  settings.cookie.secure = true;
}
app.use(session(settings)); // ok: javascript.security.session-cookie-without-tls
app.get("/orders", requireLogin, (req, res) => res.render("orders"));
