// The catalogue of a record shop: searches, and a page of what sells best.
const express = require("express");
const { Pool } = require("pg");

const pool = new Pool();
const router = express.Router();
const COLUMNS = ["title", "artist", "year"];

router.get("/records", async (req, res, next) => {
  const { title = "", order } = req.query;
  try {
    const column = COLUMNS.includes(order) ? order : "title";
    const found = await pool.query(`SELECT * FROM records WHERE title LIKE $1 ORDER BY ${column}`, [`%${title}%`]); // ok: javascript.security.sql-injection
    res.json(found.rows);
  } catch (error) {
    next(error);
  }
});

router.get("/records/newest", async (req, res) => {
  const sql = "SELECT * FROM records ORDER BY " + req.query.order + " LIMIT 20";
  const found = await pool.query(sql); // finds: javascript.security.sql-injection
  res.json(found.rows);
});

class Shelves {
  constructor(db) {
    this.db = db;
  }

  async count(shelf) {
    return this.db.query(`SELECT count(*) FROM copies WHERE shelf = '${shelf}'`); // finds: javascript.security.sql-injection
  }

  async page(number) {
    return this.db.query(`SELECT * FROM copies LIMIT 20 OFFSET ${20 * number}`); // ok: javascript.security.sql-injection
  }
}

const shelves = new Shelves(pool);

router.get("/shelves/:shelf", async (req, res) => {
  const counted = await shelves.count(req.params.shelf);
  const page = await shelves.page(parseInt(req.query.page, 10) || 0);
  res.json({ counted: counted.rows, page: page.rows });
});

module.exports = router;
