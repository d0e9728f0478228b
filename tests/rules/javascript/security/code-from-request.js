const vm = require("node:vm");
const { Router } = require("express");

const router = Router();
const reports = { daily: () => import("./reports/daily.js") };

router.post("/contributions", (req, res) => {
  const preTax = eval(req.body.preTax); // finds: javascript.security.code-from-request
  const afterTax = Number(req.body.afterTax); // ok: javascript.security.code-from-request
  res.json({ preTax, afterTax });
});

router.get("/filter", (req, res) => {
  const keep = new Function("row", `return ${req.query.condition}`); // finds: javascript.security.code-from-request
  res.json(rows.filter(keep));
});

router.post("/sandbox", (req, res) => {
  res.json(vm.runInNewContext(req.body.script, {}, { timeout: 100 })); // finds: javascript.security.code-from-request
});

router.get("/plugin/:name", (req, res) => {
  const plugin = require("./plugins/" + req.params.name); // finds: javascript.security.code-from-request
  res.json(plugin.describe());
});

router.get("/report/:name", async (req, res) => {
  setTimeout(() => log(req.params.name), 1000); // ok: javascript.security.code-from-request
  const report = reports[req.params.name]; // ok: javascript.security.code-from-request
  res.json(await (await report()).run());
});

router.post("/stored", (req, res) => {
  const source = req.body.source;
  res.json(eval(source)); // missing: javascript.security.code-from-request
});
