const mongoose = require("mongoose");
const User = mongoose.model("User");

exports.login = async (req, res) => {
  const user = await User.findOne({ email: req.body.email, active: true }); // finds: javascript.security.nosql-query-from-request
  const byToken = await User.findOne({ token: String(req.body.token) }); // ok: javascript.security.nosql-query-from-request
  const byId = await User.findOne({ _id: { $eq: req.body.id } }); // ok: javascript.security.nosql-query-from-request
  res.json({ user, byToken, byId });
};

exports.remove = (req, res) => {
  User.deleteMany({
    owner: req.user.id,
    label: req.query.label, // finds: javascript.security.nosql-query-from-request
  });
  res.json({ label: req.query.label }); // ok: javascript.security.nosql-query-from-request
};

exports.search = (req, res) => {
  const threshold = req.query.threshold;
  User.find({ $where: `this.stocks > '${threshold}'` }); // finds: javascript.security.nosql-query-from-request
  User.find({ $where: "this.stocks > this.limit" }); // ok: javascript.security.nosql-query-from-request
  User.find({ label: threshold }); // missing: javascript.security.nosql-query-from-request
};
