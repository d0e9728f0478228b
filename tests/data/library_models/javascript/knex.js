const express = require("express");
const app = express();
const knex = require("knex")({ client: "pg" });
app.get("/knex", (req, res) => {
  const name = req.query.name;
  knex.raw("SELECT * FROM users WHERE name = '" + name + "'"); // finds: request > sql
  knex.raw("SELECT * FROM users WHERE name = ?", [name]); // ok
  knex("users").whereRaw(`name = '${name}'`); // finds: request > sql
  knex("users").where({ name }).orderByRaw(name); // finds: request > sql
  knex("users").where("name", name); // ok
  knex("users").whereRaw("age > 1"); // ok
});
