const express = require("express");
const cors = require("cors");
const formidable = require("formidable");
const send = require("send");
const app = express();
app.use(cors()); // sets: cors-origin = *
app.use(cors({ origin: "https://example.com" })); // sets: cors-origin = https://example.com
app.use(express.json()); // ok
app.post("/", (req, res) => {
  formidable().parse(req, (err, fields) => {
    eval(fields.code); // finds: request > code
  });
  req.files.avatar.mv("/srv/" + req.files.avatar.name); // finds: request > path-write
  req.files.avatar.mv("/srv/fixed"); // ok
  send(req, req.query.path); // finds: request > path
  send(req, req.query.path, { root: "/srv" }); // ok
});
