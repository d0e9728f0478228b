module.exports = (app) => {
  app.get("/hello", (req, res) => {
    res.send(`<h1>Hello ${req.query.name}</h1>`); // finds: javascript.security.response-built-from-request
  });
  app.get("/missing", (req, res) => {
    res.status(404).send("<p>There is no page " + req.originalUrl + ".</p>"); // finds: javascript.security.response-built-from-request
  });
  app.get("/ok", (req, res) => {
    res.send(`<h1>Hello ${escapeHtml(req.query.name)}</h1>`); // ok: javascript.security.response-built-from-request
    res.json({ greeting: `<h1>${req.query.name}</h1>` }); // ok: javascript.security.response-built-from-request
    res.send({ name: req.query.name }); // ok: javascript.security.response-built-from-request
  });
  app.get("/plain", (req, res) => {
    res.send(req.query.name); // missing: javascript.security.response-built-from-request
  });
};
