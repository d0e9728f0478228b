module.exports = (app) => {
  app.use((err, req, res, next) => {
    res.status(500).send(err.stack); // finds: javascript.security.stack-in-response
  });
  app.use((error, req, res, next) => {
    res.status(500).json({ message: error.message, stack: error.stack }); // finds: javascript.security.stack-in-response
  });
  app.use((error, req, res, next) => {
    console.error(error.stack);
    res.status(500).json({ message: "Something went wrong" }); // ok: javascript.security.stack-in-response
  });
  app.use((error, req, res, next) => {
    if (process.env.NODE_ENV === "development") {
      return res.status(500).send(error.stack); // ok: javascript.security.stack-in-response
    }
    next(error);
  });
  app.use((error, req, res, next) => {
    const details = error.stack;
    res.send(details); // missing: javascript.security.stack-in-response
  });
};
