const express = require("express");
const session = require("express-session");
const RedisStore = require("connect-redis");

const app = express();

// finds: javascript.security.session-cookie-without-tls
app.use(session({
  store: new RedisStore({ client }),
  secret: process.env.SESSION_SECRET,
  cookie: { httpOnly: true, maxAge: 3600000 },
}));

app.get("/orders", requireLogin, (req, res) => res.render("orders"));
