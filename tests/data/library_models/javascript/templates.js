const express = require("express");
const app = express();
const ejs = require("ejs");
const pug = require("pug");
const Handlebars = require("handlebars");
const _ = require("lodash");
app.get("/templates", (req, res) => {
  const text = req.query.text;
  ejs.render(text); // finds: request > template
  ejs.render("<p><%= text %></p>", { text }); // ok
  pug.compile("p " + text); // finds: request > template
  Handlebars.compile(text); // finds: request > template
  Handlebars.compile("<p>{{text}}</p>")({ text }); // ok
  new Handlebars.SafeString(text); // finds: request > html
  new Handlebars.SafeString(Handlebars.escapeExpression(text)); // ok
  _.template(text); // finds: request > template
  pug.renderFile("/srv/" + text); // finds: request > path
});
