const express = require("express");
const app = express();
const { MongoClient, ObjectId } = require("mongodb");
const mongoose = require("mongoose");
const Note = mongoose.model("Note", {});
MongoClient.connect("mongodb://localhost", (err, db) => {
  const users = db.collection("users");
  app.post("/login", (req, res) => {
    users.findOne({ name: req.body.name }, (err, user) => { // finds: request > nosql
      res.send(user.name); // finds: database > html, database > response
    });
    users.findOne({ name: String(req.body.name) }); // ok
    users.findOne({ _id: new ObjectId(req.body.id) }); // ok
    users.find({ $where: `this.age == ${req.body.age}` }); // finds: request > code, request > nosql
    users.find({ age: parseInt(req.body.age) }); // ok
    Note.findOneAndUpdate({ owner: req.body.owner }, {}); // finds: request > nosql
    Note.findById(req.body.id); // ok
    users.insertOne({ name: req.body.name }); // finds: request > store
  });
});
module.exports = (app, db) => {
  app.get("/kept", (req, res) => {
    db.collection("kept").find({ $where: `this.name == '${req.query.name}'` }); // finds: request > code, request > nosql
  });
};
