// Looks through the lines of a log.
const fs = require("fs");
const express = require("express");
const escapeRegExp = require("lodash/escapeRegExp");
const _ = require("lodash");

const lines = fs.readFileSync("app.log", "utf8").split("\n");
const router = express.Router();

router.get("/lines", (req, res) => {
  const pattern = new RegExp(req.query.pattern); // finds: javascript.security.regex-injection
  res.json(lines.filter((line) => pattern.test(line)).length);
});

router.get("/words", (req, res) => {
  const { word } = req.query;
  const pattern = new RegExp(`\\b${word}\\b`, "i"); // finds: javascript.security.regex-injection
  res.json(lines.filter((line) => pattern.test(line)).length);
});

router.get("/escaped", (req, res) => {
  const pattern = new RegExp(_.escapeRegExp(req.query.word), "i"); // ok: javascript.security.regex-injection
  res.json(lines.filter((line) => pattern.test(line)).length);
});

router.get("/levels", (req, res) => {
  const level = req.query.level === "error" ? "error" : "warning";
  const pattern = new RegExp(`^${level}:`); // ok: javascript.security.regex-injection
  res.json(lines.filter((line) => pattern.test(line)).length);
});

module.exports = router;
