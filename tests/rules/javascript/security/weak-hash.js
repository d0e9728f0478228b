const crypto = require("crypto");

exports.verifyUpload = (archive, expected) => {
  return crypto.createHash("md5").update(archive).digest("hex") === expected; // finds: javascript.security.weak-hash
};

exports.sign = (body, key) => {
  const sha1 = crypto.createHmac("sha1", key).update(body).digest("hex"); // finds: javascript.security.weak-hash
  const sha256 = crypto.createHmac("sha256", key).update(body).digest("hex"); // ok: javascript.security.weak-hash
  return { sha1, sha256 };
};

exports.etag = (body) => {
  const etag = crypto.createHash("sha1").update(body).digest("base64"); // ok: javascript.security.weak-hash
  return `W/"${etag}"`;
};

function gravatarUrl(mail) {
  return "/avatar/" + crypto.createHash("md5").update(mail.toLowerCase()).digest("hex"); // ok: javascript.security.weak-hash
}

const sha1 = (text) => crypto.createHash("sha1").update(text).digest("hex"); // ok: javascript.security.weak-hash
exports.sha1 = sha1;
exports.chunkName = (source) => crypto.createHash("md5").update(source).digest("hex").slice(0, 8); // spurious: javascript.security.weak-hash
exports.gravatarUrl = gravatarUrl;
