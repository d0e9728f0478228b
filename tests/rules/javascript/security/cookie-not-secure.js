// Cookies of a forum.
const express = require("express");

const router = express.Router();
const OPTIONS = { httpOnly: true, secure: false };

router.post("/login", (req, res) => {
  res.cookie("session", req.sessionID, OPTIONS); // finds: javascript.security.cookie-not-secure
  res.sendStatus(204);
});

router.post("/theme", (req, res) => {
  res.cookie("theme", "dark"); // finds: javascript.security.cookie-not-secure
  res.sendStatus(204);
});

router.post("/safe", (req, res) => {
  res.cookie("session", req.sessionID, { httpOnly: true, secure: true }); // ok: javascript.security.cookie-not-secure
  res.sendStatus(204);
});

module.exports = (options) => {
  router.post("/given", (req, res) => {
    res.cookie("session", req.sessionID, options.cookie); // ok: javascript.security.cookie-not-secure
    res.sendStatus(204);
  });
  return router;
};
