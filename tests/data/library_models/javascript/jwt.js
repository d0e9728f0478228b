const express = require("express");
const app = express();
const jwt = require("jsonwebtoken");
app.get("/jwt", (req, res) => {
  jwt.sign({}, process.env.KEY); // finds: environment > credential, jwt-algorithm = HS256
  const claims = jwt.decode(req.query.token); // sets: jwt-verification = False
  eval(claims.code); // finds: request > code
  eval(jwt.verify(req.query.token, "key").code); // ok
  jwt.sign({}, "key", { algorithm: "none" }); // sets: jwt-algorithm = none
  jwt.decode(req.query.token, { complete: true }); // ok
  jwt.verify(req.query.token, "key"); // ok
  jwt.verify(req.query.token, "key", { algorithms: ["HS256"] }); // ok
});
