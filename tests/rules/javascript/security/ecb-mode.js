// Encrypts the numbers of cards.
const crypto = require("crypto");

const MODE = "aes-256-ecb";

function encrypt(text, key) {
  const cipher = crypto.createCipheriv(MODE, key, null); // finds: javascript.security.ecb-mode
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

function decrypt(text, key) {
  const decipher = crypto.createDecipheriv("AES-128-ECB", key, ""); // finds: javascript.security.ecb-mode
  return decipher.update(text, "hex", "utf8") + decipher.final("utf8");
}

function sealed(text, key, iv) {
  const cipher = crypto.createCipheriv("aes-256-gcm", key, iv); // ok: javascript.security.ecb-mode
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

function counted(text, key, iv) {
  const cipher = crypto.createCipheriv("aes-128-ctr", key, iv); // ok: javascript.security.ecb-mode
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

module.exports = { counted, decrypt, encrypt, sealed };
