const express = require("express");
const app = express();
const serialize = require("node-serialize");
const yaml = require("js-yaml");
app.post("/serialization", (req, res) => {
  serialize.unserialize(req.cookies.profile); // finds: request > deserialise
  serialize.unserialize("{}"); // ok
  yaml.unsafeLoad(req.body.text); // finds: request > deserialise
  yaml.load(req.body.text); // ok
  eval(yaml.load(req.body.text).code); // finds: request > code
  JSON.parse(req.body.text); // ok
});
