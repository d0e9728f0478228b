// A guest book.
const express = require("express");
const escapeHtml = require("escape-html");
const mongoose = require("mongoose");

const Entry = mongoose.model("Entry", new mongoose.Schema({ name: String, text: String }));
const app = express();

app.get("/entries/:id", async (req, res) => {
  const entry = await Entry.findById(String(req.params.id));
  res.send(`<h1>${entry.name}</h1>`); // finds: javascript.security.stored-cross-site-scripting
});

app.get("/entries/:id/text", async (req, res) => {
  const { text } = await Entry.findById(String(req.params.id));
  res.write("<p>");
  res.end(text + "</p>"); // finds: javascript.security.stored-cross-site-scripting
});

app.get("/entries/:id/escaped", async (req, res) => {
  const entry = await Entry.findById(String(req.params.id));
  res.send(`<h1>${escapeHtml(entry.name)}</h1>`); // ok: javascript.security.stored-cross-site-scripting
});

app.get("/entries/:id/data", async (req, res) => {
  const entry = await Entry.findById(String(req.params.id));
  res.json({ name: entry.name }); // ok: javascript.security.stored-cross-site-scripting
});
