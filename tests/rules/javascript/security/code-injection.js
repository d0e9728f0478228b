// A calculator behind an interface of its own.
const vm = require("vm");
const express = require("express");
const { parse } = require("./formula");

const app = express();
app.use(express.json());

app.post("/calculate", (req, res) => {
  const { formula, values } = req.body;
  const calculate = new Function("values", `return ${formula}`); // finds: javascript.security.code-injection
  res.json({ result: calculate(values) });
});

app.post("/script", (req, res) => {
  const sandbox = { result: null };
  vm.runInNewContext(req.body.script, sandbox); // finds: javascript.security.code-injection
  res.json(sandbox);
});

app.post("/parsed", (req, res) => {
  const tree = parse(req.body.formula);
  res.json({ result: tree.value(req.body.values) }); // ok: javascript.security.code-injection
});

app.post("/power", (req, res) => {
  const exponent = Number(req.body.exponent);
  const power = new Function("x", `return x ** ${exponent}`); // ok: javascript.security.code-injection
  res.json({ result: power(2) });
});
