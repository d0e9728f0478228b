const fs = require("fs");
const crypto = require("crypto");

const terms = fs.readFileSync("terms.html", "utf8"); // ok: javascript.performance.blocking-call-in-handler

module.exports = (app, router) => {
  app.get("/terms", (req, res) => res.send(fs.readFileSync("terms.html", "utf8"))); // finds: javascript.performance.blocking-call-in-handler
  router.post("/login", async (req, res) => {
    const digest = crypto.scryptSync(req.body.password, req.user.salt, 64); // finds: javascript.performance.blocking-call-in-handler
    res.json(digest.equals(req.user.digest));
  });
  app.get("/cached", (req, res) => res.send(terms)); // ok: javascript.performance.blocking-call-in-handler
  app.get("/async", async (req, res) => res.send(await fs.promises.readFile("terms.html", "utf8"))); // ok: javascript.performance.blocking-call-in-handler
  app.set("config", JSON.parse(fs.readFileSync("config.json", "utf8"))); // ok: javascript.performance.blocking-call-in-handler
};

module.exports.handler = (req, res) => {
  res.send(fs.readFileSync("terms.html", "utf8")); // missing: javascript.performance.blocking-call-in-handler
};
