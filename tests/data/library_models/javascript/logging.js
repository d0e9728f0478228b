const express = require("express");
const app = express();
const winston = require("winston");
const logger = winston.createLogger({});
app.get("/logging", (req, res) => {
  logger.info("name " + req.query.name); // finds: request > log
  winston.error(req.query.name); // finds: request > log
  logger.warn("fixed"); // ok
  logger.info(parseInt(req.query.id)); // ok
  logger.info(encodeURIComponent(req.query.name)); // ok
  log.debug(req.query.name); // finds: request > log
});
