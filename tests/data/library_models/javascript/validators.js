const express = require("express");
const app = express();
const validator = require("validator");
const escape = require("escape-html");
const sanitize = require("sanitize-html");
app.get("/validators", (req, res) => {
  const text = req.query.text;
  res.write(escape(text)); // finds: request > response
  res.write(sanitize(text)); // finds: request > response
  res.write(validator.unescape(text)); // finds: request > html, request > response
  eval(escape(text)); // finds: request > code
  if (validator.isInt(text)) {
    eval(text); // ok
  }
  eval(validator.toInt(text)); // ok
  if (!validator.isAlphanumeric(text)) return;
  eval(text); // ok
});
