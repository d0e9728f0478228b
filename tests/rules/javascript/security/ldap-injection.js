// The staff's address book.
const express = require("express");
const ldap = require("ldapjs");
const escape = require("ldap-escape");

const client = ldap.createClient({ url: "ldap://ldap.example.org" });
const router = express.Router();

function listed(options, res) {
  client.search("ou=people,dc=example,dc=org", options, (error, found) => res.json({ ok: !error })); // finds: javascript.security.ldap-injection
}

router.get("/people", (req, res) => {
  listed({ filter: "(&(objectClass=person)(cn=*" + req.query.name + "*))", scope: "sub" }, res);
});

router.get("/people/:uid", (req, res) => {
  const base = `uid=${req.params.uid},ou=people,dc=example,dc=org`;
  client.search(base, { scope: "base" }, (error) => res.json({ ok: !error })); // finds: javascript.security.ldap-injection
});

router.get("/rooms/:number", (req, res) => {
  const filter = `(roomNumber=${Number(req.params.number)})`;
  client.search("ou=rooms,dc=example,dc=org", { filter }, (error) => res.json({ ok: !error })); // ok: javascript.security.ldap-injection
});

router.get("/escaped", (req, res) => {
  const filter = escape.filter`(uid=${req.query.uid})`;
  client.search("ou=people,dc=example,dc=org", { filter }, (error) => res.json({ ok: !error })); // ok: javascript.security.ldap-injection
});

module.exports = router;
