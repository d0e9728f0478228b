const express = require("express");
const orders = require("./orders");

const app = express();
app.set("views", "pages");
app.set("view engine", "pug"); // finds: javascript.security.security-headers-missing
app.set("trust proxy", 1); // ok: javascript.security.security-headers-missing

app.get("/", (req, res) => res.render("home"));
app.get("/orders", async (req, res) => res.render("orders", { orders: await orders.every() }));
