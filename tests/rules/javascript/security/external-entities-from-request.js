// Takes orders as XML.
const express = require("express");
const libxmljs = require("libxmljs2");

const router = express.Router();
const OPTIONS = { noent: true, dtdload: true };

router.post("/orders", express.text({ type: "*/*" }), (req, res) => {
  const order = libxmljs.parseXml(req.body, OPTIONS); // finds: javascript.security.external-entities-from-request
  res.json({ lines: order.find("//line").length });
});

router.post("/invoices", (req, res) => {
  const text = req.body.invoice;
  const invoice = libxmljs.parseXmlString(text, { noent: true }); // finds: javascript.security.external-entities-from-request
  res.json({ lines: invoice.find("//line").length });
});

router.post("/offers", (req, res) => {
  const offer = libxmljs.parseXml(req.body, { noent: false }); // ok: javascript.security.external-entities-from-request
  res.json({ lines: offer.find("//line").length });
});

router.post("/lists", (req, res) => {
  const list = libxmljs.parseXml(req.body); // ok: javascript.security.external-entities-from-request
  res.json({ lines: list.find("//line").length });
});

module.exports = router;
