const express = require("express");
const app = express();
const vm = require("vm");
const util = require("util");
app.post("/code", (req, res) => {
  vm.runInNewContext(req.body.code, {}); // finds: request > code
  new vm.Script(req.body.code); // finds: request > code
  vm.runInThisContext("1 + 1"); // ok
  vm.runInNewContext("n + 1", { n: req.body.n }); // ok
  util.format(req.body.text, 1); // finds: request > format
  eval(util.format("%d", req.body.n)); // finds: request > code
  util.format("%s", req.body.text); // ok
});
