const session = require("express-session");

module.exports = (app, secret) => {
  app.use(
    session({
      secret,
      cookie: {
        httpOnly: true,
        secure: false, // finds: javascript.security.cookie-protection-off
      },
    }),
  );
  app.use(session({ secret, cookie: { secure: "auto", sameSite: "lax" } })); // ok: javascript.security.cookie-protection-off
  app.post("/login", (req, res) => {
    res.cookie("access_token", req.token); // finds: javascript.security.cookie-protection-off
    res.cookie("sid", req.sid, { secure: true, maxAge: 3600 }); // finds: javascript.security.cookie-protection-off
    res.cookie("auth", req.token, { httpOnly: false, secure: true }); // finds: javascript.security.cookie-protection-off
    res.cookie("session", req.sid, { httpOnly: true, secure: true, sameSite: "strict" }); // ok: javascript.security.cookie-protection-off
    if (req.body.remember) res.cookie("remember", 1, { maxAge: 60000 }); // ok: javascript.security.cookie-protection-off
    res.cookie("theme", req.body.theme); // ok: javascript.security.cookie-protection-off
    res.cookie("XSRF-TOKEN", req.csrfToken()); // ok: javascript.security.cookie-protection-off
    res.cookie("session", req.sid, cookieOptions); // ok: javascript.security.cookie-protection-off
    res.clearCookie("session");
    res.setHeader("Set-Cookie", `session=${req.sid}`); // missing: javascript.security.cookie-protection-off
  });
};
