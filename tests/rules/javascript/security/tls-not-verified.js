// Asks a partner's server for prices.
const https = require("https");
const tls = require("tls");

const OPTIONS = { host: "prices.example.org", rejectUnauthorized: false };

function prices(done) {
  https.get(OPTIONS, done); // finds: javascript.security.tls-not-verified
}

function socket() {
  return tls.connect(8443, { rejectUnauthorized: false }); // finds: javascript.security.tls-not-verified
}

function checked(done) {
  https.get({ host: "prices.example.org", rejectUnauthorized: true }, done); // ok: javascript.security.tls-not-verified
}

function plain(options, done) {
  https.get({ host: "prices.example.org", ...options }, done); // ok: javascript.security.tls-not-verified
}

module.exports = { checked, plain, prices, socket };
