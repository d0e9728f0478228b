const express = require("express");
const app = express();
const { Sequelize, literal } = require("sequelize");
const db = new Sequelize("sqlite::memory:");
app.get("/sequelize", async (req, res) => {
  const name = req.query.name;
  db.query("SELECT * FROM users WHERE name = '" + name + "'"); // finds: request > sql
  db.query("SELECT * FROM users WHERE name = ?", { replacements: [name] }); // ok
  db.query(`SELECT * FROM users WHERE name = ${db.escape(name)}`); // ok
  const User = db.define("user", {});
  User.findAll({ where: { name } }); // ok
  User.findAll({ order: literal(name) }); // finds: request > sql
  const user = await User.findByPk(1);
  res.send(user.name); // finds: database > html, database > response
});
