// Digests by which files and people are known.
const crypto = require("crypto");

function digest(text, algorithm) {
  return crypto.createHash(algorithm).update(text).digest("hex");
}

function signed(text) {
  const hash = crypto.createHash("sha1"); // finds: javascript.security.broken-hash
  hash.update(text);
  return hash.digest("hex");
}

function checksum(text) {
  return crypto.createHash("MD5").update(text).digest("base64"); // finds: javascript.security.broken-hash
}

function strong(text) {
  return crypto.createHash("sha512").update(text).digest("hex"); // ok: javascript.security.broken-hash
}

function keyed(text, key) {
  return crypto.createHmac("sha1", key).update(text).digest("hex"); // ok: javascript.security.broken-hash
}

module.exports = { checksum, digest, keyed, signed, strong };
