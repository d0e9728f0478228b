// Baskets that the browser keeps.
const express = require("express");
const cookieParser = require("cookie-parser");
const serialize = require("node-serialize");
const yaml = require("js-yaml");

const app = express();
app.use(cookieParser());

app.get("/basket", (req, res) => {
  const kept = Buffer.from(req.cookies.basket, "base64").toString();
  const basket = serialize.unserialize(kept); // finds: javascript.security.unsafe-deserialization
  res.json({ items: basket.items.length });
});

app.post("/basket/import", (req, res) => {
  const basket = yaml.unsafeLoad(req.body.text); // finds: javascript.security.unsafe-deserialization
  res.json({ items: basket.items.length });
});

app.post("/basket/yaml", (req, res) => {
  const basket = yaml.load(req.body.text); // ok: javascript.security.unsafe-deserialization
  res.json({ items: basket.items.length });
});

app.post("/basket/json", (req, res) => {
  const basket = JSON.parse(req.body.text); // ok: javascript.security.unsafe-deserialization
  res.json({ items: basket.items.length });
});
