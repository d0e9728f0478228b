const express = require("express");
const app = express();
const nodemailer = require("nodemailer");
const ldap = require("ldapjs");
const transport = nodemailer.createTransport({});
const client = ldap.createClient({});
app.post("/mail", (req, res) => {
  transport.sendMail({ to: req.body.to, text: "hello" }); // finds: request > mail
  transport.sendMail({ to: "us@example.com", text: req.body.text }); // ok
  transport.sendMail({ to: "us@example.com", html: "<p>" + req.body.text }); // finds: request > mail
  client.search("dc=example", { filter: "(uid=" + req.body.name + ")" }); // finds: request > ldap
  client.search("dc=example", { filter: "(uid=us)" }); // ok
  client.search("dc=example", { attributes: [req.body.name] }); // ok
});
