const crypto = require("crypto");

exports.hash = (password, salt) => {
  const fast = crypto.createHash("sha256").update(password).digest("hex"); // finds: javascript.security.password-hashed-fast
  const salted = crypto.createHash("md5").update(password + salt).digest("hex"); // finds: javascript.security.password-hashed-fast
  const slow = crypto.scryptSync(password, salt, 64).toString("hex"); // ok: javascript.security.password-hashed-fast
  return [fast, salted, slow];
};

exports.fingerprint = (apiKey, body) => {
  const id = crypto.createHash("sha256").update(apiKey).digest("hex"); // ok: javascript.security.password-hashed-fast
  const pages = crypto.createHash("sha1").update(body.passwordResetPage).digest("hex"); // ok: javascript.security.password-hashed-fast
  return { id, pages };
};

exports.inSteps = (password) => {
  const hash = crypto.createHash("sha1");
  hash.update(password); // missing: javascript.security.password-hashed-fast
  return hash.digest("hex");
};
