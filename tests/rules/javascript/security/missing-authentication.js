const express = require("express");
const passport = require("passport");
const Order = require("./order");
const { Note } = require("./note");

const router = express.Router();

function requireLogin(req, res, next) {
  if (!req.session.userId) {
    return res.redirect("/login");
  }
  next();
}

router.get("/orders", requireLogin, async (req, res) => {
  res.json(await Order.find({ owner: req.session.userId }));
});

router.post("/orders", requireLogin, async (req, res) => {
  res.json(await Order.create({ owner: req.session.userId, items: req.body.items }));
});

router.put("/orders/:id", [requireLogin], async (req, res) => {
  await Order.updateOne({ _id: req.params.id, owner: req.session.userId }, { items: req.body.items });
  res.sendStatus(204);
});

// finds: javascript.security.missing-authentication
router.delete("/orders/:id", async (req, res) => {
  await Order.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

// It asks by itself.
router.patch("/orders/:id", async (req, res) => { // ok: javascript.security.missing-authentication
  if (!req.isAuthenticated()) return res.sendStatus(401);
  await Order.findByIdAndUpdate(req.params.id, req.body);
  res.sendStatus(204);
});

// Strangers sign in here.
router.post("/login", async (req, res) => { // ok: javascript.security.missing-authentication
  await Order.updateOne({ session: req.sessionID }, { seen: true });
  res.redirect("/orders");
});

const notes = express.Router();
notes.get("/public", async (req, res) => { // ok: javascript.security.missing-authentication
  res.json(await Note.find({ shared: true }));
});
notes.use(passport.authenticate("jwt", { session: false }));
notes.post("/", async (req, res) => { // ok: javascript.security.missing-authentication
  res.json(await Note.create({ text: req.body.text, owner: req.user.id }));
});
notes
  .route("/:note")
  .get(async (req, res) => res.json(await Note.findOne({ _id: req.params.note, owner: req.user.id })))
  .delete(async (req, res) => res.json(await Note.deleteOne({ _id: req.params.note, owner: req.user.id }))); // ok: javascript.security.missing-authentication

const drafts = express.Router();
drafts.get("/", requireLogin, async (req, res) => res.json(await Note.find({ owner: req.session.userId, draft: true })));
drafts.post("/", requireLogin, async (req, res) => res.json(await Note.create({ owner: req.session.userId, draft: true })));
drafts.put("/:note", requireLogin, async (req, res) => res.json(await Note.updateOne({ _id: req.params.note }, req.body)));
// finds: javascript.security.missing-authentication
drafts.post("/import", async (req, res) => res.json(await Note.insertMany(req.body.notes)));

module.exports = { router, notes, drafts };
