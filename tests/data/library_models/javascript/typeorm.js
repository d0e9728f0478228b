const express = require("express");
const app = express();
const { getRepository, DataSource } = require("typeorm");
app.get("/typeorm", async (req, res) => {
  const users = getRepository("users");
  users.query("SELECT * FROM users WHERE id = " + req.query.id); // finds: request > sql
  users.query("SELECT * FROM users WHERE id = $1", [req.query.id]); // ok
  users.createQueryBuilder().where(`name = '${req.query.name}'`); // finds: request > sql
  users.createQueryBuilder().where("name = :name", { name: req.query.name }); // ok
  users.createQueryBuilder().where("1 = 1").orderBy(req.query.order); // finds: request > sql
  users.findOne({ name: req.query.name }); // ok
});
