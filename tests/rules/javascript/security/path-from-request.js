const fs = require("fs");
const path = require("path");

module.exports = (app, uploads) => {
  app.get("/files/:name", (req, res) => {
    res.sendFile(path.join(uploads, req.params.name)); // finds: javascript.security.path-from-request
  });
  app.get("/raw", (req, res) => {
    fs.readFile(uploads + "/" + req.query.file, "utf8", (error, text) => res.send(text)); // finds: javascript.security.path-from-request
    fs.createReadStream(path.resolve(uploads, req.query.file)).pipe(res); // finds: javascript.security.path-from-request
  });
  app.get("/export/:id", (req, res) => {
    res.status(200).download(`/exports/${req.params.id}.csv`); // finds: javascript.security.path-from-request
  });
  app.get("/safe/:name", (req, res) => {
    res.sendFile(req.params.name, { root: uploads, dotfiles: "deny" }); // ok: javascript.security.path-from-request
    res.sendFile(path.join(uploads, path.basename(req.params.name))); // ok: javascript.security.path-from-request
    fs.writeFile(path.join(uploads, `${Number(req.params.name)}.json`), JSON.stringify(req.body), () => res.end()); // ok: javascript.security.path-from-request
    fs.writeFile("/var/log/last.json", JSON.stringify(req.body), () => res.end()); // ok: javascript.security.path-from-request
  });
  app.get("/by-variable/:name", (req, res) => {
    const file = path.join(uploads, req.params.name);
    res.sendFile(file); // missing: javascript.security.path-from-request
  });
};
