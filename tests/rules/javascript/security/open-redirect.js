// After logging in, people come back to where they were.
const express = require("express");

const router = express.Router();
const PLACES = { home: "/", orders: "/orders", help: "https://help.example.org/" };

router.post("/login", (req, res) => {
  const { next = "/" } = req.body;
  res.redirect(next); // finds: javascript.security.open-redirect
});

router.get("/go", (req, res) => {
  res.redirect(302, "https://" + req.query.host + "/"); // finds: javascript.security.open-redirect
});

router.get("/go/:place", (req, res) => {
  res.redirect(PLACES[req.params.place] || "/"); // ok: javascript.security.open-redirect
});

router.get("/orders/:id", (req, res) => {
  res.redirect("/shop/orders/" + req.params.id); // ok: javascript.security.open-redirect
});

module.exports = router;
