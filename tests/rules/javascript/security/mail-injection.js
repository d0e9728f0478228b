// A form by which visitors write to the shop.
const express = require("express");
const nodemailer = require("nodemailer");

const post = nodemailer.createTransport({ host: "mail.example.org" });
const router = express.Router();

router.post("/contact", async (req, res) => {
  const { name, text } = req.body;
  await post.sendMail({ from: "form@example.org", to: "shop@example.org", html: `<p>${name} writes:</p>` + text }); // finds: javascript.security.mail-injection
  res.sendStatus(202);
});

router.post("/recommend", async (req, res) => {
  await post.sendMail({ from: "shop@example.org", to: req.body.friend, text: "Have a look at our shop." }); // finds: javascript.security.mail-injection
  res.sendStatus(202);
});

router.post("/question", async (req, res) => {
  await post.sendMail({ from: "form@example.org", to: "shop@example.org", text: req.body.text }); // ok: javascript.security.mail-injection
  res.sendStatus(202);
});

router.post("/call", async (req, res) => {
  const number = Number(req.body.number);
  await post.sendMail({ from: "form@example.org", to: "shop@example.org", html: `<p>Call ${number}.</p>` }); // ok: javascript.security.mail-injection
  res.sendStatus(202);
});

module.exports = router;
