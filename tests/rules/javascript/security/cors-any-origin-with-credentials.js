const cors = require("cors");

const ALLOWED = new Set(["https://shop.example"]);

module.exports = (app) => {
  app.use(cors({ origin: true, credentials: true })); // finds: javascript.security.cors-any-origin-with-credentials
  app.use(cors({ credentials: true, origin: (origin, callback) => callback(null, true) })); // finds: javascript.security.cors-any-origin-with-credentials
  app.use(cors({ origin: true })); // ok: javascript.security.cors-any-origin-with-credentials
  app.use(cors({ origin: ["https://shop.example"], credentials: true })); // ok: javascript.security.cors-any-origin-with-credentials
  app.use((req, res, next) => {
    res.header("Access-Control-Allow-Origin", req.headers.origin); // finds: javascript.security.cors-any-origin-with-credentials
    res.header("Access-Control-Allow-Credentials", "true");
    next();
  });
  app.use((req, res, next) => {
    if (ALLOWED.has(req.headers.origin)) {
      res.header("Access-Control-Allow-Origin", req.headers.origin); // spurious: javascript.security.cors-any-origin-with-credentials
      res.header("Access-Control-Allow-Credentials", "true");
    }
    res.header("Access-Control-Allow-Origin", "*"); // ok: javascript.security.cors-any-origin-with-credentials
    next();
  });
};
