const express = require("express");
const router = express.Router();
router.get("/:id", check, (req, res, next) => {
  const { id } = req.params;
  res.send("<p>" + id + "</p>"); // finds: request > html, request > response
  res.send(parseInt(id)); // ok
  res.send({ id }); // finds: request > response
  res.json({ id }); // finds: request > response
  res.status(404).send(req.query.text); // finds: request > html, request > response
  res.redirect(req.query.next); // finds: request > redirect
  res.redirect(302, req.query.next); // finds: request > redirect
  res.redirect("/users/" + id); // ok
  res.render(req.query.view); // finds: request > path
  res.render("page", { id }); // ok
  res.sendFile("/srv/" + id); // finds: request > path
  res.sendFile(id, { root: "/srv" }); // ok
  res.set("X-Id", req.get("X-Id")); // ok
  res.cookie("id", "1", { secure: true, httpOnly: true }); // sets: cookie-secure = True, cookie-http-only = True
  res.cookie("id", "1"); // sets: cookie-secure = False, cookie-http-only = False
  const { name: [first] } = req.body;
  eval(first); // finds: request > code
  eval(req.cookies.code); // finds: request > code
  eval(req.session.code); // ok
  eval(req.user.code); // ok
});
router.route("/").post((req, res) => {
  eval(req.headers["x-code"]); // finds: request > code
});
function check(req, res, next) {
  eval(req.query.code); // finds: request > code
  next();
}
module.exports = function (app) {
  app.get("/late", (req, res) => eval(req.query.code)); // finds: request > code
};
