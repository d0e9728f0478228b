// Prices that stand in an XML file.
const fs = require("fs");
const express = require("express");
const xpath = require("xpath");
const { DOMParser } = require("@xmldom/xmldom");

const prices = new DOMParser().parseFromString(fs.readFileSync("prices.xml", "utf8"), "text/xml");
const router = express.Router();

router.get("/prices/:article", (req, res) => {
  const path = "//price[@article='" + req.params.article + "']/text()";
  res.json({ found: xpath.select(path, prices).length }); // finds: javascript.security.xpath-injection
});

router.get("/prices", (req, res) => {
  const { group } = req.query;
  res.json({ found: xpath.select1(`//group[@name="${group}"]`, prices) !== undefined }); // finds: javascript.security.xpath-injection
});

router.get("/numbers/:number", (req, res) => {
  const number = parseInt(req.params.number, 10);
  res.json({ found: xpath.select(`//price[@number=${number}]`, prices).length }); // ok: javascript.security.xpath-injection
});

router.get("/codes/:code", (req, res) => {
  const { code } = req.params;
  if (!/^[A-Z0-9]+$/.test(code)) {
    return res.sendStatus(400);
  }
  res.json({ found: xpath.select(`//price[@code="${code}"]`, prices).length }); // ok: javascript.security.xpath-injection
});

module.exports = router;
