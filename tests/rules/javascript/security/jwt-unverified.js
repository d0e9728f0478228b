// Who is it that asks?
const express = require("express");
const jwt = require("jsonwebtoken");
const jose = require("jose");

function user(req, res, next) {
  const [, token] = (req.get("Authorization") || "").split(" ");
  req.user = jwt.decode(token); // finds: javascript.security.jwt-unverified
  next();
}

function visitor(req) {
  return jose.decodeJwt(req.get("X-Visitor")).sub; // finds: javascript.security.jwt-unverified
}

function member(req, res, next) {
  const [, token] = (req.get("Authorization") || "").split(" ");
  req.user = jwt.verify(token, process.env.KEY); // ok: javascript.security.jwt-unverified
  next();
}

async function partner(req, key) {
  const { payload } = await jose.jwtVerify(req.get("X-Partner"), key); // ok: javascript.security.jwt-unverified
  return payload.sub;
}

module.exports = { member, partner, user, visitor };
