const express = require("express");
const bcrypt = require("bcrypt");
const { User } = require("./models");

const router = express.Router();

router.post("/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user) return res.status(401).json({ error: "No such user" }); // finds: javascript.security.user-enumeration
  if (!(await bcrypt.compare(req.body.password, user.password))) return res.status(401).json({ error: "Wrong password" });
  res.json({ token: user.token() });
});

async function signIn(req, res) {
  const user = await User.findOne({ name: req.body.name });
  if (!user) {
    return res.render("login", { error: "User not found" }); // finds: javascript.security.user-enumeration
  }
  if (!(await bcrypt.compare(req.body.password, user.password))) {
    return res.render("login", { error: "Incorrect password" });
  }
  res.redirect("/");
}
router.post("/signin", signIn);

router.post("/quiet/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user || !(await bcrypt.compare(req.body.password, user.password))) {
    return res.status(401).json({ error: "Wrong name or password" }); // ok: javascript.security.user-enumeration
  }
  res.json({ token: user.token() });
});

router.post("/logged/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (!user) console.log("No such user"); // ok: javascript.security.user-enumeration
  if (!user || !user.validPassword(req.body.password)) return res.status(401).json({ error: "Wrong password" });
  res.json({ token: user.token() });
});
