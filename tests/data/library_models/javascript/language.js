const express = require("express");
const app = express();
app.get("/language", (req, res) => {
  const text = req.query.text;
  eval(text); // finds: request > code
  new Function("a", text); // finds: request > code
  setTimeout("show('" + text + "')", 10); // finds: request > code
  setTimeout(() => res.send(text), 10); // finds: request > html, request > response
  require(`./plugins/${text}`); // finds: request > code
  console.log(text); // finds: request > log
  new RegExp(text); // finds: request > regex
  Buffer.alloc(text); // finds: request > size
  fetch(text); // finds: request > url
  fetch("https://api.example.com/" + text); // ok
  fetch(`https://api.example.com/${encodeURIComponent(text)}`); // ok
  eval(parseInt(text, 10)); // ok
  eval(Number(text) + 1); // ok
  res.send(encodeURIComponent(text)); // finds: request > response
  res.send(String(text)); // finds: request > html, request > response
  res.send(decodeURIComponent(text)); // finds: request > html, request > response
  const token = Math.random(); // finds: weak-random > token
  const parts = { ...req.query, fixed: 1 };
  eval(parts.text); // finds: request > code
  eval(parts.fixed); // ok
  const [first] = text.split(",");
  eval(first); // finds: request > code
});
