// Tokens for the parts of a shop that talk to one another.
const jwt = require("jsonwebtoken");

const UNSIGNED = { algorithm: "none", expiresIn: "1h" };

function inside(user) {
  return jwt.sign({ sub: user.id }, null, UNSIGNED); // finds: javascript.security.jwt-unsigned
}

function quick(user) {
  return jwt.sign({ sub: user.id }, "", { algorithm: "none" }); // finds: javascript.security.jwt-unsigned
}

function signed(user, key) {
  return jwt.sign({ sub: user.id }, key); // ok: javascript.security.jwt-unsigned
}

function signedBy(user, key) {
  return jwt.sign({ sub: user.id }, key, { algorithm: "RS256" }); // ok: javascript.security.jwt-unsigned
}

module.exports = { inside, quick, signed, signedBy };
