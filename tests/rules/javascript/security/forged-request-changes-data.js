const express = require("express");
const session = require("express-session");
const { Order } = require("./models");

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true, httpOnly: true } }));

function requireLogin(req, res, next) {
  if (!req.session.userId) return res.redirect("/login");
  next();
}

// finds: javascript.security.forged-request-changes-data
app.post("/orders", requireLogin, async (req, res) => {
  await Order.create({ owner: req.session.userId, items: req.body.items });
  res.redirect("/orders");
});

// finds: javascript.security.forged-request-changes-data
app.get("/orders/:id/delete", requireLogin, async (req, res) => {
  await Order.deleteOne({ _id: req.params.id, owner: req.session.userId });
  res.redirect("/orders");
});

// ok: javascript.security.forged-request-changes-data
app.get("/orders", requireLogin, async (req, res) => {
  res.render("orders", { orders: await Order.find({ owner: req.session.userId }) });
});

// Nobody is known here, so nobody's rights are used.
// ok: javascript.security.forged-request-changes-data
app.post("/feedback", async (req, res) => {
  await Order.updateOne({ _id: req.body.order }, { feedback: req.body.text });
  res.redirect("/");
});
