// Monthly sums; some statements are made of what others gave.
const { Pool } = require("pg");

const pool = new Pool();

async function sums(id) {
  const found = await pool.query("SELECT surname FROM members WHERE id = $1", [id]);
  const { surname } = found.rows[0];
  return pool.query(`SELECT sum(amount) FROM dues WHERE surname = '${surname}'`); // finds: javascript.security.second-order-sql-injection
}

async function rename(id) {
  const found = await pool.query("SELECT nick FROM members WHERE id = $1", [id]);
  return pool.query("UPDATE posts SET author = '" + found.rows[0].nick + "'"); // finds: javascript.security.second-order-sql-injection
}

async function sumsByParameter(id) {
  const found = await pool.query("SELECT surname FROM members WHERE id = $1", [id]);
  return pool.query("SELECT sum(amount) FROM dues WHERE surname = $1", [found.rows[0].surname]); // ok: javascript.security.second-order-sql-injection
}

async function limit(id) {
  const found = await pool.query("SELECT number FROM members WHERE id = $1", [id]);
  return pool.query(`SELECT * FROM dues LIMIT ${Number(found.rows[0].number)}`); // ok: javascript.security.second-order-sql-injection
}

module.exports = { limit, rename, sums, sumsByParameter };
