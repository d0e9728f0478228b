const _ = require("lodash");
const { User, Order } = require("./models");
const OrderService = require("./services/orders");

exports.signUp = async (req, res) => {
  const user = await User.create(req.body); // finds: javascript.security.mass-assignment-from-request
  const order = new Order(req.body); // finds: javascript.security.mass-assignment-from-request
  await order.save();
  res.json(user);
};

exports.update = async (req, res) => {
  await User.findByIdAndUpdate(req.params.id, { $set: req.body }); // finds: javascript.security.mass-assignment-from-request
  await User.update({ ...req.body, updatedAt: new Date() }, { where: { id: req.user.id } }); // finds: javascript.security.mass-assignment-from-request
  await User.update({ name: req.body.name }, { where: { id: req.user.id } }); // ok: javascript.security.mass-assignment-from-request
  _.merge(res.locals.settings, req.body); // finds: javascript.security.mass-assignment-from-request
  _.merge(res.locals.settings, req.body.settings); // finds: javascript.security.mass-assignment-from-request
  res.end();
};

exports.safe = async (req, res) => {
  await User.create({ name: req.body.name, mail: req.body.mail }); // ok: javascript.security.mass-assignment-from-request
  await User.create(_.pick(req.body, ["name", "mail"])); // ok: javascript.security.mass-assignment-from-request
  await OrderService.create(req.body); // ok: javascript.security.mass-assignment-from-request
  const copy = Object.assign({}, req.body); // ok: javascript.security.mass-assignment-from-request
  res.json(copy);
};

exports.later = async (req, res) => {
  const values = req.body;
  await User.create(values); // missing: javascript.security.mass-assignment-from-request
  res.end();
};
