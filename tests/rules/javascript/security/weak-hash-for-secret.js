const crypto = require("crypto");

exports.hash = (password, salt) => {
  const fast = crypto.createHash("sha256").update(password).digest("hex"); // finds: javascript.security.weak-hash-for-secret
  const salted = crypto.createHash("md5").update(password + salt).digest("hex"); // finds: javascript.security.weak-hash-for-secret
  const slow = crypto.scryptSync(password, salt, 64).toString("hex"); // ok: javascript.security.weak-hash-for-secret
  return [fast, salted, slow];
};

exports.fingerprint = (apiKey, body) => {
  const id = crypto.createHash("sha1").update(apiKey).digest("hex"); // finds: javascript.security.weak-hash-for-secret
  const strong = crypto.createHash("sha256").update(apiKey).digest("hex"); // ok: javascript.security.weak-hash-for-secret
  const etag = crypto.createHash("sha1").update(body).digest("base64"); // ok: javascript.security.weak-hash-for-secret
  const pages = crypto.createHash("sha1").update(body.passwordResetPage).digest("hex"); // ok: javascript.security.weak-hash-for-secret
  return { id, strong, etag, pages };
};

exports.inSteps = (password) => {
  const hash = crypto.createHash("sha1");
  hash.update(password); // missing: javascript.security.weak-hash-for-secret
  return hash.digest("hex");
};
