const express = require("express");
const bcrypt = require("bcrypt");
const { User } = require("./models");

const router = express.Router();

router.post("/login", async (req, res) => {
  const { name, password } = req.body;
  const user = await User.findOne({ name });
  if (user.password === password) { // finds: javascript.security.password-kept-in-clear
    return res.redirect("/");
  }
  res.sendStatus(401);
});

router.post("/api/login", async (req, res) => {
  const { name, password } = req.body;
  const user = await User.findOne({ name, password }); // finds: javascript.security.password-kept-in-clear
  res.json({ token: user.token() });
});

router.post("/register", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 12);
  await User.create({ name: req.body.name, password }); // ok: javascript.security.password-kept-in-clear
  res.redirect("/login");
});

router.post("/check", (req, res) => {
  const { password, confirm } = req.body;
  if (password !== confirm) return res.sendStatus(400); // ok: javascript.security.password-kept-in-clear
  res.sendStatus(204);
});
