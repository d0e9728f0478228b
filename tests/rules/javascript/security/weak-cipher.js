const crypto = require("crypto");
const CryptoJS = require("crypto-js");

exports.encrypt = (text, key) => {
  const old = crypto.createCipher("aes-256-cbc", key); // finds: javascript.security.weak-cipher
  const ecb = crypto.createCipheriv("aes-128-ecb", key, null); // finds: javascript.security.weak-cipher
  const des = crypto.createCipheriv("des-ede3-cbc", key, crypto.randomBytes(8)); // finds: javascript.security.weak-cipher
  const good = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12)); // ok: javascript.security.weak-cipher
  return [old, ecb, des, good].map((cipher) => cipher.update(text));
};

exports.encryptInBrowser = (text, key) => {
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB }); // finds: javascript.security.weak-cipher
  CryptoJS.DES.encrypt(text, key); // finds: javascript.security.weak-cipher
  return CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CBC, iv: CryptoJS.lib.WordArray.random(16) }); // ok: javascript.security.weak-cipher
};

exports.named = (algorithm, key, iv) => crypto.createCipheriv(algorithm, key, iv); // ok: javascript.security.weak-cipher
