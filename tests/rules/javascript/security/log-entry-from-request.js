const { log } = require("./log");

exports.login = async (req, res) => {
  console.log("Login of " + req.body.name); // finds: javascript.security.log-entry-from-request
  req.app.logger.warn(`No user ${req.body.name} from ${req.ip}`); // finds: javascript.security.log-entry-from-request
  log.info({ name: req.body.name }, "login"); // ok: javascript.security.log-entry-from-request
  log.info("login from " + req.ip); // ok: javascript.security.log-entry-from-request
  log.info("login of " + Number(req.body.id)); // ok: javascript.security.log-entry-from-request
  const { name } = req.body;
  log.info("login of " + name); // missing: javascript.security.log-entry-from-request
  res.redirect("/");
};
