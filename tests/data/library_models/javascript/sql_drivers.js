const express = require("express");
const app = express();
const mysql = require("mysql2/promise");
const { Pool } = require("pg");
const sqlite3 = require("sqlite3").verbose();
const connection = mysql.createConnection({ host: "localhost" });
const pool = new Pool();
const db = new sqlite3.Database(":memory:");
app.get("/sql", (req, res) => {
  const id = req.query.id;
  connection.query("SELECT * FROM users WHERE id = " + id, (err, rows) => { // finds: request > sql
    res.send(rows[0].name); // finds: database > html, database > response
  });
  connection.query("SELECT * FROM users WHERE id = " + mysql.escape(id)); // ok
  connection.execute("SELECT * FROM users WHERE id = ?", [id]); // ok
  connection.query({ sql: `SELECT * FROM users WHERE id = ${id}` }); // finds: request > sql
  pool.query(`SELECT * FROM users WHERE id = ${id}`); // finds: request > sql
  pool.query("SELECT * FROM users WHERE id = $1", [id]); // ok
  db.get("SELECT * FROM users WHERE id = " + id); // finds: request > sql
  db.run("DELETE FROM users WHERE id = ?", id); // ok
});
