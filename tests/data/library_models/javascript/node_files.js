const express = require("express");
const app = express();
const fs = require("fs");
const path = require("path");
app.get("/files", (req, res) => {
  const name = req.query.name;
  fs.readFile(path.join("/srv", name), (err, data) => { // finds: request > path
    res.send(data); // finds: file > html, file > response
  });
  fs.readFileSync(path.resolve(name)); // finds: request > path
  fs.readFileSync(path.join("/srv", path.basename(name))); // ok
  fs.unlinkSync("/srv/" + name); // finds: request > path-write
  fs.promises.writeFile(name, "x"); // finds: request > path-write
  fs.writeFileSync("/srv/fixed", name); // ok
  fs.copyFileSync("/srv/fixed", name); // finds: request > path-write
  fs.existsSync(encodeURIComponent(name)); // ok
});
