const encoded = new Buffer("user:password").toString("base64"); // finds: javascript.security.deprecated-buffer
const decode = (text) => Buffer(text, "base64"); // finds: javascript.security.deprecated-buffer
const bytes = Buffer.from("user:password"); // ok: javascript.security.deprecated-buffer
const empty = Buffer.alloc(16); // ok: javascript.security.deprecated-buffer
const array = new ArrayBuffer(16); // ok: javascript.security.deprecated-buffer

module.exports = { encoded, decode, bytes, empty, array };
