// Hands out the manuals of machines.
const fs = require("fs/promises");
const path = require("path");
const express = require("express");

const MANUALS = path.resolve("manuals");
const router = express.Router();

router.get("/manuals/:name", async (req, res) => {
  const text = await fs.readFile(path.join(MANUALS, req.params.name)); // finds: javascript.security.path-traversal
  res.type("text/plain").json({ length: text.length });
});

router.get("/covers/:name", (req, res) => {
  res.sendFile(`${MANUALS}/covers/${req.params.name}`); // finds: javascript.security.path-traversal
});

router.get("/checked/:name", async (req, res) => {
  const file = path.resolve(MANUALS, req.params.name);
  if (!file.startsWith(MANUALS + path.sep)) {
    return res.sendStatus(404);
  }
  const text = await fs.readFile(file); // ok: javascript.security.path-traversal
  res.json({ length: text.length });
});

router.get("/rooted/:name", (req, res) => {
  res.sendFile(req.params.name, { root: MANUALS }); // ok: javascript.security.path-traversal
});

module.exports = router;
