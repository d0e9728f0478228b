const express = require("express");
const cookieParser = require("cookie-parser");
const { User, Order } = require("./models");

const app = express();
app.use(cookieParser(process.env.COOKIE_KEY));

app.get("/office", (req, res) => {
  if (req.cookies.isAdmin === "true") { // finds: javascript.security.role-claimed-by-cookie
    return res.render("office");
  }
  res.redirect("/login");
});

function officeOnly(req, res, next) {
  const { role } = req.body;
  if (role !== "office") return res.sendStatus(403); // finds: javascript.security.role-claimed-by-cookie
  next();
}

function staffOnly(req, res, next) {
  if (req.headers["x-user-role"] !== "staff") { // finds: javascript.security.role-claimed-by-cookie
    return res.status(403).end();
  }
  next();
}

app.post("/orders/:id/refund", officeOnly, async (req, res) => res.json(await Order.refund(req.params.id)));
app.post("/orders/:id/send", staffOnly, async (req, res) => res.json(await Order.send(req.params.id)));

app.post("/signup", async (req, res) => {
  const { name, password, role } = req.body;
  await User.create({ name, hash: await bcrypt.hash(password, 12), role }); // finds: javascript.security.role-claimed-by-cookie
  res.redirect("/login");
});

app.post("/register", async (req, res) => {
  const { name, password } = req.body;
  await User.create({ name, hash: await bcrypt.hash(password, 12), role: "buyer" }); // ok: javascript.security.role-claimed-by-cookie
  res.redirect("/login");
});

// A signed cookie says what the application wrote into it.
app.get("/reports", (req, res) => {
  if (req.signedCookies.role !== "office") return res.redirect("/login"); // ok: javascript.security.role-claimed-by-cookie
  res.render("reports");
});

// Who claims to be an administrator is refused.
app.post("/members", requireLogin, async (req, res) => {
  if (req.body.role === "admin") return res.sendStatus(403); // ok: javascript.security.role-claimed-by-cookie
  res.json(await User.create({ name: req.body.name, role: req.body.role })); // ok: javascript.security.role-claimed-by-cookie
});

// A filter is no permission.
app.get("/members", requireLogin, async (req, res) => {
  if (req.query.role) return res.json(await User.find({ role: req.query.role })); // ok: javascript.security.role-claimed-by-cookie
  res.json(await User.find());
});
