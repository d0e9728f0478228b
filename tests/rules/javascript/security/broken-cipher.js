// Encrypts what leaves the house.
const crypto = require("crypto");
const CryptoJS = require("crypto-js");

function encrypt(text, key, iv) {
  const cipher = crypto.createCipheriv("des-cbc", key, iv); // finds: javascript.security.broken-cipher
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

function stream(text, key) {
  return CryptoJS.RC4.encrypt(text, key).toString(); // finds: javascript.security.broken-cipher
}

function sealed(text, key, iv) {
  const cipher = crypto.createCipheriv("aes-256-gcm", key, iv); // ok: javascript.security.broken-cipher
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

function light(text, key, iv) {
  const cipher = crypto.createCipheriv("chacha20-poly1305", key, iv); // ok: javascript.security.broken-cipher
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

module.exports = { encrypt, light, sealed, stream };
