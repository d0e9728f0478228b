// Links by which people set a new password.
const crypto = require("crypto");
const express = require("express");

const router = express.Router();
const kept = new Map();

function letters(length) {
  let text = "";
  for (let i = 0; i < length; i += 1) {
    text += "abcdefghijklmnopqrstuvwxyz"[Math.floor(Math.random() * 26)];
  }
  return text;
}

router.post("/reset", (req, res) => {
  const resetToken = Math.random().toString(36).slice(2); // finds: javascript.security.guessable-token
  kept.set(req.body.email, resetToken);
  res.sendStatus(202);
});

router.post("/invite", (req, res) => {
  const invitation = {};
  invitation.secret = "i-" + Math.random(); // finds: javascript.security.guessable-token
  kept.set(req.body.email, invitation);
  res.sendStatus(202);
});

router.post("/confirm", (req, res) => {
  const confirmToken = crypto.randomBytes(24).toString("base64url"); // ok: javascript.security.guessable-token
  kept.set(req.body.email, confirmToken);
  res.sendStatus(202);
});

router.get("/tip", (req, res) => {
  const tips = ["Use a long password.", "Use another one everywhere."];
  const tip = tips[Math.floor(Math.random() * tips.length)]; // ok: javascript.security.guessable-token
  res.json({ tip, colour: letters(3) });
});

module.exports = router;
