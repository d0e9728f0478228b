const path = require("path");

exports.escape = (text) =>
  // finds: javascript.security.incomplete-escaping
  text.replace("<", "&lt;");

exports.quote = (text) => '"' + text.replace('"', '\\"') + '"'; // finds: javascript.security.incomplete-escaping
exports.sql = (text) => "'" + text.replace("'", "''") + "'"; // finds: javascript.security.incomplete-escaping
exports.clean = (name) => path.join("uploads", name.replace("../", "")); // finds: javascript.security.incomplete-escaping

exports.escapeAll = (text) => text.replace(/</g, "&lt;"); // ok: javascript.security.incomplete-escaping
exports.replaceAll = (text) => text.replaceAll("<", "&lt;"); // ok: javascript.security.incomplete-escaping
exports.title = (text) => text.replace("%s", "title"); // ok: javascript.security.incomplete-escaping
exports.dot = (name) => name.replace(".", ""); // ok: javascript.security.incomplete-escaping
exports.computed = (text, from) => text.replace(from, "&lt;"); // missing: javascript.security.incomplete-escaping
