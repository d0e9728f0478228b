const jwt = require("jsonwebtoken");
const session = require("express-session");
const cookieParser = require("cookie-parser");

module.exports = (app, config) => {
  app.use(cookieParser("kekse")); // finds: javascript.security.signing-key-in-source
  app.use(
    session({
      secret: "keyboard cat", // finds: javascript.security.signing-key-in-source
      resave: true,
    }),
  );
  app.use(session({ secret: process.env.SESSION_SECRET, resave: false })); // ok: javascript.security.signing-key-in-source
  app.use(session({ secret: [config.sessionKey, config.oldSessionKey] })); // ok: javascript.security.signing-key-in-source
  app.use(cookieParser()); // ok: javascript.security.signing-key-in-source
};

exports.issue = (user) => jwt.sign({ sub: user.id }, "s3cr3t-key", { expiresIn: "1h" }); // finds: javascript.security.signing-key-in-source
exports.issueSafely = (user, config) => jwt.sign({ sub: user.id }, config.jwtKey, { expiresIn: "1h" }); // ok: javascript.security.signing-key-in-source

const KEY = "s3cr3t-key";
exports.check = (token) => jwt.verify(token, KEY); // missing: javascript.security.signing-key-in-source
