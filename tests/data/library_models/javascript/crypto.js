const crypto = require("crypto");
const CryptoJS = require("crypto-js");
const md5 = require("md5");
function digests(text, key) {
  crypto.createHash("md5").update(text); // sets: hash = md5
  crypto.createHash("sha256").update(text); // sets: hash = sha256
  crypto.createHmac("sha1", key); // ok
  crypto.createHash(text); // ok
  CryptoJS.MD5(text); // sets: hash = md5
  md5(text); // sets: hash = md5
  crypto.createCipheriv("aes-128-ecb", key, null); // sets: cipher = aes-128-ecb, cipher-mode = aes-128-ecb
  crypto.pbkdf2Sync(text, "salt", 1000, 32, "sha512"); // ok
  crypto.randomBytes(16); // ok
  crypto.timingSafeEqual(text, key); // ok
}
