const ejs = require("ejs");
const pug = require("pug");
const Handlebars = require("handlebars");
const _ = require("lodash");

exports.mail = (req, res) => {
  const html = ejs.render(req.body.template, { user: req.user }); // finds: javascript.security.template-from-request
  const page = pug.compile("p " + req.query.text)(); // finds: javascript.security.template-from-request
  const note = Handlebars.compile(`Dear ${req.body.name}, {{text}}`)({ text: "hi" }); // finds: javascript.security.template-from-request
  const footer = _.template(req.body.footer)({ year: 2024 }); // finds: javascript.security.template-from-request
  res.send(html + page + note + footer);
};

exports.safe = async (req, res) => {
  const html = await ejs.renderFile("mail.ejs", { text: req.body.text });
  const note = Handlebars.compile("Dear {{name}}")({ name: req.body.name }); // ok: javascript.security.template-from-request
  res.render("page", { query: req.query.q }); // ok: javascript.security.template-from-request
  res.send(html + note + ejs.render(templates.mail, { text: req.body.text })); // ok: javascript.security.template-from-request
};

exports.later = (req, res) => {
  const source = req.body.template;
  res.send(ejs.render(source)); // missing: javascript.security.template-from-request
};
