const express = require("express");
const session = require("express-session");

const app = express();
// ok: javascript.security.session-cookie-without-tls
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: process.env.NODE_ENV === "production" } }));
app.get("/orders", requireLogin, (req, res) => res.render("orders"));
