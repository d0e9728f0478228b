// Members of a club, kept in MongoDB by way of Mongoose.
const express = require("express");
const mongoose = require("mongoose");

const Member = mongoose.model("Member", new mongoose.Schema({ email: String, code: String }));
const router = express.Router();

router.post("/members/confirm", async (req, res) => {
  const { email, code } = req.body;
  const member = await Member.findOne({ email, code }); // finds: javascript.security.nosql-injection
  res.sendStatus(member ? 204 : 404);
});

router.post("/members/search", async (req, res) => {
  const found = await Member.find(req.body.filter); // finds: javascript.security.nosql-injection
  res.json(found.length);
});

router.post("/members/leave", async (req, res) => {
  const { email } = req.body;
  if (typeof email !== "string") {
    return res.sendStatus(400);
  }
  await Member.deleteOne({ email }); // ok: javascript.security.nosql-injection
  res.sendStatus(204);
});

router.get("/members/:id", async (req, res) => {
  const id = new mongoose.Types.ObjectId(req.params.id);
  res.json(await Member.findOne({ _id: id })); // ok: javascript.security.nosql-injection
});

module.exports = router;
