const logger = require("./logger");

exports.signIn = (user, password, config) => {
  console.log("Signing in", user.name, password); // finds: javascript.security.secret-in-log
  logger.debug(`Connecting with ${config.apiKey}`); // finds: javascript.security.secret-in-log
  console.log("token: " + user.accessToken); // finds: javascript.security.secret-in-log
  console.log("Signing in", user.name, Boolean(password)); // ok: javascript.security.secret-in-log
  console.log("Wrong password"); // ok: javascript.security.secret-in-log
  console.log(config.passwordMinLength, user.tokenCount); // ok: javascript.security.secret-in-log
  logger.info(`Key ends in ${config.apiKey.slice(-4)}`); // ok: javascript.security.secret-in-log
  console.log({ password }); // missing: javascript.security.secret-in-log
};
