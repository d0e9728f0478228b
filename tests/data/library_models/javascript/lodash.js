const express = require("express");
const app = express();
const _ = require("lodash");
const merge = require("lodash/merge");
const extend = require("extend");
app.post("/lodash", (req, res) => {
  _.merge({}, req.body); // finds: request > prototype
  merge({}, req.body); // finds: request > prototype
  _.set({}, req.body.path, 1); // finds: request > prototype
  _.set({}, "name", req.body.name); // ok
  _.assign({}, req.body); // ok
  extend({}, req.body); // ok
  extend(true, {}, req.body); // finds: request > prototype
  res.send(_.escape(req.body.name)); // finds: request > response
  eval(_.pick(req.body, "code")); // finds: request > code
});
