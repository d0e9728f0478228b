const express = require("express");
const { requireLogin, requireAdmin } = require("./guards");
const { User, Setting } = require("./models");

const app = express();
app.use(requireLogin);

app.get("/admin/users", requireAdmin, async (req, res) => res.json(await User.find()));
app.delete("/admin/users/:id", requireAdmin, async (req, res) => res.json(await User.deleteOne({ _id: req.params.id })));
app.get("/admin/settings", requireAdmin, async (req, res) => res.json(await Setting.find()));
app.post("/admin/mails", requireAdmin, (req, res) => res.sendStatus(202)); // ok: javascript.security.admin-route-without-role

// finds: javascript.security.admin-route-without-role
app.put("/admin/settings", async (req, res) => {
  res.json(await Setting.updateOne({ key: req.body.key }, { value: req.body.value }));
});

app.get("/admin/export", async (req, res) => { // finds: javascript.security.admin-route-without-role
  res.json(await User.find());
});

app.get("/profile", async (req, res) => { // ok: javascript.security.admin-route-without-role
  res.json(await User.findById(req.user.id));
});
