const crypto = require("crypto");

exports.fingerprint = (apiKey, session, body) => {
  const id = crypto.createHash("sha1").update(apiKey).digest("hex"); // finds: javascript.security.weak-hash-for-secret
  const look = crypto.createHash("md5").update(session.refreshToken).digest("hex"); // finds: javascript.security.weak-hash-for-secret
  const strong = crypto.createHash("sha256").update(apiKey).digest("hex"); // ok: javascript.security.weak-hash-for-secret
  const etag = crypto.createHash("sha1").update(body).digest("base64"); // ok: javascript.security.weak-hash-for-secret
  const pages = crypto.createHash("sha1").update(body.secretSantaPage).digest("hex"); // spurious: javascript.security.weak-hash-for-secret
  return { id, look, strong, etag, pages };
};

exports.inSteps = (secret) => {
  const hash = crypto.createHash("sha1");
  hash.update(secret); // missing: javascript.security.weak-hash-for-secret
  return hash.digest("hex");
};
