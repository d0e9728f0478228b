const express = require("express");
const session = require("express-session");
const bcrypt = require("bcrypt");
const { User } = require("./models");

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true, httpOnly: true } }));

app.post("/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  req.session.userId = user.id; // finds: javascript.security.session-fixation
  res.redirect("/");
});

app.post("/staff/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email, staff: true });
  if (!user || !user.validPassword(req.body.password)) return res.sendStatus(401);
  req.session["user"] = user; // finds: javascript.security.session-fixation
  res.redirect("/staff");
});

app.post("/new/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) return res.sendStatus(401);
  req.session.regenerate(() => {
    req.session.userId = user.id; // ok: javascript.security.session-fixation
    res.redirect("/");
  });
});

app.post("/language", (req, res) => {
  req.session.userLanguage = req.body.language; // ok: javascript.security.session-fixation
  res.redirect("/");
});
