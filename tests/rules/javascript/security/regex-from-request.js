const { escapeRegExp } = require("lodash");

exports.find = async (req, res) => {
  const pattern = new RegExp(req.query.name, "i"); // finds: javascript.security.regex-from-request
  const prefix = RegExp("^" + req.query.name); // finds: javascript.security.regex-from-request
  const safe = new RegExp(escapeRegExp(req.query.name), "i"); // ok: javascript.security.regex-from-request
  const fixed = new RegExp("^[a-z]+$").test(req.query.name); // ok: javascript.security.regex-from-request
  const { name } = req.query;
  const later = new RegExp(name); // missing: javascript.security.regex-from-request
  res.json({ pattern, prefix, safe, fixed, later });
};
