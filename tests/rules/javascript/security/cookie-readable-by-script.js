// Cookies of a bank.
const fastify = require("fastify")();
const express = require("express");

const router = express.Router();

router.post("/login", (req, res) => {
  res.cookie("session", req.sessionID, { secure: true, sameSite: "lax" }); // finds: javascript.security.cookie-readable-by-script
  res.sendStatus(204);
});

fastify.post("/login", async (request, reply) => {
  reply.setCookie("session", request.id, { secure: true, httpOnly: false }); // finds: javascript.security.cookie-readable-by-script
  return {};
});

router.post("/safe", (req, res) => {
  res.cookie("session", req.sessionID, { secure: true, httpOnly: true }); // ok: javascript.security.cookie-readable-by-script
  res.sendStatus(204);
});

fastify.post("/safe", async (request, reply) => {
  reply.setCookie("session", request.id, { secure: true, httpOnly: true }); // ok: javascript.security.cookie-readable-by-script
  return {};
});

module.exports = router;
