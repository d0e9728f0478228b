const express = require("express");
const app = express();
const { PrismaClient } = require("@prisma/client");
const prisma = new PrismaClient();
app.get("/prisma", async (req, res) => {
  const name = req.query.name;
  prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = '" + name + "'"); // finds: request > sql
  prisma.$executeRawUnsafe(`DELETE FROM users WHERE name = '${name}'`); // finds: request > sql
  prisma.$queryRaw`SELECT * FROM users WHERE name = ${name}`; // ok
  prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = $1", name); // ok
  const users = await prisma.user.findMany({ where: { name } }); // ok
  res.send(users[0].name); // finds: database > html, database > response
});
