// Servers that old devices still talk to.
const https = require("https");
const tls = require("tls");

const OLD = { minVersion: "TLSv1" };

function devices() {
  return tls.createServer(OLD); // finds: javascript.security.outdated-tls
}

function agent() {
  return new https.Agent({ secureProtocol: "TLSv1_method" }); // finds: javascript.security.outdated-tls
}

function current() {
  return tls.createServer({ minVersion: "TLSv1.3" }); // ok: javascript.security.outdated-tls
}

function usual() {
  return new https.Agent({ keepAlive: true }); // ok: javascript.security.outdated-tls
}

module.exports = { agent, current, devices, usual };
