// Settings that people change from their browser.
const express = require("express");
const merge = require("lodash/merge");
const _ = require("lodash");

const router = express.Router();
const settings = { theme: {} };
const chosen = new Map();

router.post("/settings", (req, res) => {
  merge(settings, req.body); // finds: javascript.security.prototype-pollution
  res.json(settings);
});

router.put("/settings/:path", (req, res) => {
  _.set(settings, req.params.path, req.body.value); // finds: javascript.security.prototype-pollution
  res.json(settings);
});

router.put("/theme", (req, res) => {
  _.set(settings, "theme.colour", req.body.colour); // ok: javascript.security.prototype-pollution
  res.json(settings);
});

router.post("/merged", (req, res) => {
  merge(settings, { theme: { colour: String(req.body.colour) } }); // ok: javascript.security.prototype-pollution
  chosen.set("colour", req.body.colour);
  res.json(settings);
});

module.exports = router;
