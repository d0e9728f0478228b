const { Pool } = require("pg");
const { models, sequelize } = require("./models");

const pool = new Pool();
const TABLE = "users";

async function login(req, res) {
  // finds: javascript.security.sql-built-from-strings
  const found = await sequelize.query(
    `SELECT * FROM Users WHERE email = '${req.body.email || ""}' AND password = '${hash(req.body.password)}'`,
    { model: models.User, plain: true },
  );
  res.json(found);
}

async function search(term) {
  const sql = "SELECT id, name FROM products WHERE name LIKE '%" + term + "%'";
  return pool.query(sql); // finds: javascript.security.sql-built-from-strings
}

async function named(name) {
  return pool.query('SELECT id FROM users WHERE name = \'' + name + '\''); // finds: javascript.security.sql-built-from-strings
}

function rename(db, id, name) {
  db.run("UPDATE users SET name = '" + name + "' WHERE id = " + id); // finds: javascript.security.sql-built-from-strings
  db.run("UPDATE users SET name = ? WHERE id = ?", [name, id]); // ok: javascript.security.sql-built-from-strings
}

async function byName(prisma, name) {
  await prisma.$queryRawUnsafe(`SELECT * FROM "User" WHERE name = '${name}'`); // finds: javascript.security.sql-built-from-strings
  await prisma.$queryRaw`SELECT * FROM "User" WHERE name = ${name}`; // ok: javascript.security.sql-built-from-strings
}

async function count(id) {
  await pool.query(`SELECT count(*) FROM ${TABLE} WHERE id = $1`, [id]); // ok: javascript.security.sql-built-from-strings
  return cache.get(`select an entry from ${id}`); // ok: javascript.security.sql-built-from-strings
}

async function insert(row, columns, placeholders) {
  await pool.query(`INSERT INTO events (${columns}) VALUES (${placeholders})`, Object.values(row)); // ok: javascript.security.sql-built-from-strings
}

function purge(db, id) {
  const sql = "DELETE FROM events WHERE done";
  return db.run(sql, [id]); // ok: javascript.security.sql-built-from-strings
}

async function remove(db, id) {
  const statement = buildDelete("users", id);
  await db.query(statement); // missing: javascript.security.sql-built-from-strings
}
