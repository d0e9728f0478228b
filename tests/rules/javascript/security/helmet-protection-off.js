const helmet = require("helmet");

module.exports = (app) => {
  app.use(helmet()); // ok: javascript.security.helmet-protection-off
  app.use(helmet({ contentSecurityPolicy: false })); // finds: javascript.security.helmet-protection-off
  app.use(helmet({ hsts: false, frameguard: { action: "deny" } })); // finds: javascript.security.helmet-protection-off
  app.use(helmet({ crossOriginEmbedderPolicy: false })); // ok: javascript.security.helmet-protection-off
  app.use(
    helmet.contentSecurityPolicy({
      directives: {
        scriptSrc: ["'self'", "'unsafe-eval'"], // finds: javascript.security.helmet-protection-off
        styleSrc: ["'self'", "'unsafe-inline'"], // ok: javascript.security.helmet-protection-off
      },
    }),
  );
  const options = { contentSecurityPolicy: false }; // missing: javascript.security.helmet-protection-off
  app.use(helmet(options));
};
