// Makes keys for those who sign.
const crypto = require("crypto");

const WEAK = { modulusLength: 1024, publicExponent: 0x10001 };

function old() {
  return crypto.generateKeyPairSync("rsa", WEAK); // finds: javascript.security.small-key
}

function quick(done) {
  crypto.generateKeyPair("rsa", { modulusLength: 512 }, done); // finds: javascript.security.small-key
}

function long() {
  return crypto.generateKeyPairSync("rsa", { modulusLength: 4096 }); // ok: javascript.security.small-key
}

function curve() {
  return crypto.generateKeyPairSync("ed25519"); // ok: javascript.security.small-key
}

module.exports = { curve, long, old, quick };
