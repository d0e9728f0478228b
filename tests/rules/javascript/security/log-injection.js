// Writes down who asks for what.
const express = require("express");
const winston = require("winston");

const logger = winston.createLogger({ level: "info" });
const router = express.Router();

router.post("/login", (req, res) => {
  logger.warn("login failed for " + req.body.name); // finds: javascript.security.log-injection
  res.sendStatus(401);
});

router.get("/search", (req, res) => {
  logger.info(`search: ${req.query.q}`); // finds: javascript.security.log-injection
  res.json([]);
});

router.get("/pages/:number", (req, res) => {
  logger.info("page " + parseInt(req.params.number, 10)); // ok: javascript.security.log-injection
  res.json([]);
});

router.get("/health", (req, res) => {
  logger.info("asked whether all is well"); // ok: javascript.security.log-injection
  res.sendStatus(204);
});

module.exports = router;
