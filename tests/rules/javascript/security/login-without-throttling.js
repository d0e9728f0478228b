const express = require("express");
const bcrypt = require("bcrypt");
const rateLimit = require("express-rate-limit");
const { User } = require("./models");

const router = express.Router();
const loginLimiter = rateLimit({ windowMs: 60_000, max: 5 });

// finds: javascript.security.login-without-throttling
router.post("/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  req.session.regenerate(() => res.redirect("/"));
});

async function signIn(req, res) { // finds: javascript.security.login-without-throttling
  const user = await User.findOne({ name: req.body.name });
  if (!user || !user.comparePassword(req.body.password)) return res.sendStatus(401);
  res.json({ token: user.token() });
}
router.post("/api/signin", signIn);

// ok: javascript.security.login-without-throttling
router.post("/limited/login", loginLimiter, async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  req.session.regenerate(() => res.redirect("/"));
});

// ok: javascript.security.login-without-throttling
router.post("/counted/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.failedLogins > 5) return res.sendStatus(429);
  if (!(await bcrypt.compare(req.body.password, user.password))) {
    await User.updateOne({ _id: user.id }, { $inc: { failedLogins: 1 } });
    return res.sendStatus(401);
  }
  req.session.regenerate(() => res.redirect("/"));
});

// ok: javascript.security.login-without-throttling
router.post("/articles", (req, res) => res.sendStatus(201));
