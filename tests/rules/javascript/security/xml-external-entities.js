const libxml = require("libxmljs2");

exports.orders = (req, res) => {
  const order = libxml.parseXml(req.file.buffer.toString(), { noblanks: true, noent: true, nocdata: true }); // finds: javascript.security.xml-external-entities
  const feed = libxml.parseXmlString(req.body, { dtdload: true }); // finds: javascript.security.xml-external-entities
  const safe = libxml.parseXml(req.body, { noent: false, nonet: true }); // ok: javascript.security.xml-external-entities
  const plain = libxml.parseXml(req.body); // ok: javascript.security.xml-external-entities
  res.json([order, feed, safe, plain].map((document) => document.root().name()));
};
