const express = require("express");
const app = express();
const libxmljs = require("libxmljs");
const xpath = require("xpath");
const { DOMParser } = require("xmldom");
app.post("/xml", (req, res) => {
  libxmljs.parseXml(req.body.xml, { noent: true }); // finds: request > xml
  libxmljs.parseXml(req.body.xml, { noent: false }); // ok
  xpath.select(`//user[name='${req.body.name}']`, null); // finds: request > xpath
  xpath.select("//user", null); // ok
  const document = new DOMParser().parseFromString(req.body.xml); // ok
  xpath.select("//user[id=" + parseInt(req.body.id) + "]"); // ok
  eval(document.text); // finds: request > code
});
