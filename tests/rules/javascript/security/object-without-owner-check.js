const express = require("express");
const { requireLogin } = require("./guards");
const { Order, Note } = require("./models");

const router = express.Router();
router.use(requireLogin);

router.get("/orders/:id", async (req, res) => {
  const order = await Order.findOne({ _id: req.params.id, customer: req.user.id }); // ok: javascript.security.object-without-owner-check
  res.json(order);
});

router.put("/orders/:id", async (req, res) => {
  const order = await Order.findById(req.params.id); // ok: javascript.security.object-without-owner-check
  if (!order.customer.equals(req.user.id)) return res.sendStatus(403);
  order.set(req.body.items);
  res.json(await order.save());
});

router.get("/orders/:id/invoice", async (req, res) => {
  const order = await Order.findById(req.params.id); // finds: javascript.security.object-without-owner-check
  res.render("invoice", { order });
});

router.delete("/orders/:orderId", async (req, res) => {
  const { orderId } = req.params;
  await Order.findByIdAndDelete(orderId); // finds: javascript.security.object-without-owner-check
  res.sendStatus(204);
});

// Nobody asks for the owner of a note: notes may be everybody's.
router.get("/notes/:id", async (req, res) => {
  res.json(await Note.findById(req.params.id)); // ok: javascript.security.object-without-owner-check
});

router.get("/invoices", async (req, res) => res.json(await invoicesDAO.list(req.session.userId)));
router.get("/balance", async (req, res) => res.json(await accountsDAO.balance(req.session.userId)));
router.get("/allocations/:userId", async (req, res) => {
  res.json(await allocationsDAO.getByUser(req.params.userId)); // finds: javascript.security.object-without-owner-check
});
router.get("/transfers/:userId", async (req, res) => {
  if (req.params.userId !== req.session.userId) return res.sendStatus(403);
  res.json(await transfersDAO.getByUser(req.params.userId)); // ok: javascript.security.object-without-owner-check
});

router.post("/benefits", async (req, res) => {
  const { userId, start } = req.body;
  await benefitsDAO.update(userId, start); // finds: javascript.security.object-without-owner-check
  res.redirect("/benefits");
});

// Somebody else is meant, whoever asks.
router.post("/invitations", async (req, res) => {
  const { userId } = req.body;
  await invitationsDAO.create(userId); // ok: javascript.security.object-without-owner-check
  res.redirect("/invitations");
});
