const express = require("express");
const argon2 = require("argon2");
const { usersCol } = require("./database");

function addUser(name, password) {
  const user = { name, password, created: new Date() };
  return usersCol.insertOne(user); // finds: javascript.security.password-kept-in-clear
}

async function validate(name, password) {
  const same = (one, other) => one === other;
  const user = await usersCol.findOne({ name });
  return same(password, user.password) ? user : null; // finds: javascript.security.password-kept-in-clear
}

async function addMember(name, password) {
  const member = { name, hash: await argon2.hash(password) };
  return usersCol.insertOne(member); // ok: javascript.security.password-kept-in-clear
}

async function isSame(password, repeated) {
  const same = (one, other) => one === other;
  return same(password, repeated); // ok: javascript.security.password-kept-in-clear
}

const app = express();
app.post("/users", async (req, res) => res.json(await addUser(req.body.name, req.body.password)));
