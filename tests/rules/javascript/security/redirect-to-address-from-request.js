module.exports = (app) => {
  app.post("/login", (req, res) => {
    res.redirect(req.query.next || "/"); // finds: javascript.security.redirect-to-address-from-request
  });
  app.get("/learn", (req, res) => {
    res.redirect(302, req.query.url); // finds: javascript.security.redirect-to-address-from-request
  });
  app.get("/out", (req, res) => {
    res.setHeader("Location", req.query.to); // finds: javascript.security.redirect-to-address-from-request
    res.status(302).end();
  });
  app.get("/old/:id", (req, res) => {
    res.redirect(`/new/${req.params.id}`); // ok: javascript.security.redirect-to-address-from-request
    res.redirect("/search?q=" + encodeURIComponent(req.query.q)); // ok: javascript.security.redirect-to-address-from-request
    res.redirect(pages[req.query.page]); // ok: javascript.security.redirect-to-address-from-request
  });
  app.get("/later", (req, res) => {
    const { next } = req.query;
    res.redirect(next); // missing: javascript.security.redirect-to-address-from-request
  });
};
