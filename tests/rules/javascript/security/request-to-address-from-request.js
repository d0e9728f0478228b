const axios = require("axios");
const needle = require("needle");

exports.preview = async (req, res) => {
  const page = await fetch(req.query.url); // finds: javascript.security.request-to-address-from-request
  res.send(await page.text());
};

exports.stock = (req, res) => {
  needle.get(req.query.url + req.query.symbol, (error, answer) => res.send(answer.body)); // finds: javascript.security.request-to-address-from-request
};

exports.webhook = async (req, res) => {
  await axios({ method: "post", url: `https://${req.body.host}/hook`, data: { ok: true } }); // finds: javascript.security.request-to-address-from-request
  await axios.post("https://hooks.example.com/" + encodeURIComponent(req.body.id), req.body); // ok: javascript.security.request-to-address-from-request
  await axios.get(`https://api.example.com/users/${req.params.id}`); // ok: javascript.security.request-to-address-from-request
  await axios.post(process.env.HOOK_URL, { url: req.body.url }); // ok: javascript.security.request-to-address-from-request
  res.end();
};

exports.avatar = async (req, res) => {
  const { imageUrl } = req.body;
  const image = await fetch(imageUrl); // missing: javascript.security.request-to-address-from-request
  res.send(await image.arrayBuffer());
};
