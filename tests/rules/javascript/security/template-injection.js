// Mails that people word themselves.
const express = require("express");
const Handlebars = require("handlebars");
const pug = require("pug");

const router = express.Router();
const GREETING = "Dear {{name}},";

router.post("/mails/preview", (req, res) => {
  const template = Handlebars.compile(req.body.text); // finds: javascript.security.template-injection
  res.json({ preview: template({ name: "you" }) });
});

router.post("/mails/greeting", (req, res) => {
  const template = Handlebars.compile(GREETING); // ok: javascript.security.template-injection
  res.json({ preview: template({ name: req.body.name }) });
});

router.post("/mails/heading", (req, res) => {
  const source = "h1 " + req.body.heading;
  res.json({ preview: pug.render(source) }); // finds: javascript.security.template-injection
});

router.post("/mails/footer", (req, res) => {
  res.json({ preview: pug.render("footer= company", { company: req.body.company }) }); // ok: javascript.security.template-injection
});

module.exports = router;
