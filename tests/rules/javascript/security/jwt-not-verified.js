const jwt = require("jsonwebtoken");
const expressJwt = require("express-jwt");

exports.check = (token, key) => {
  const lax = jwt.verify(token, key, { algorithms: ["HS256", "none"] }); // finds: javascript.security.jwt-not-verified
  const strict = jwt.verify(token, key, { algorithms: ["HS256"] }); // ok: javascript.security.jwt-not-verified
  return [lax, strict];
};

exports.issue = (user) => jwt.sign({ sub: user.id }, "", { algorithm: "none" }); // finds: javascript.security.jwt-not-verified
exports.middleware = (secret) => expressJwt({ secret, algorithms: ["None"] }); // finds: javascript.security.jwt-not-verified

exports.compress = (stream) => stream.pipe(makeFilter({ algorithm: "none" })); // ok: javascript.security.jwt-not-verified

exports.unverified = (token) => jwt.decode(token).sub; // missing: javascript.security.jwt-not-verified
