const serialize = require("node-serialize");
const yaml = require("js-yaml");
const phpSerialize = require("./php");

exports.session = (req, res) => {
  const session = serialize.unserialize(Buffer.from(req.cookies.profile, "base64").toString()); // finds: javascript.security.deserialized-code
  res.cookie("profile", serialize.serialize(session)); // ok: javascript.security.deserialized-code
};

exports.products = (text) => {
  const products = yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA }); // finds: javascript.security.deserialized-code
  const plain = yaml.load(text, { schema: yaml.JSON_SCHEMA }); // ok: javascript.security.deserialized-code
  return [products, plain, yaml.load(text)]; // ok: javascript.security.deserialized-code
};
