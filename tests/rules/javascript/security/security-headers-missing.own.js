const express = require("express");

const app = express();
app.set("view engine", "ejs"); // ok: javascript.security.security-headers-missing

app.use((req, res, next) => {
  res.setHeader("X-Frame-Options", "DENY");
  res.setHeader("Content-Security-Policy", "default-src 'self'");
  next();
});
app.get("/", (req, res) => res.render("home"));
