// Sets up the templates of several sites.
const nunjucks = require("nunjucks");
const swig = require("swig");

const OPTIONS = { autoescape: false, noCache: true };

const first = nunjucks.configure("first/views", OPTIONS); // finds: javascript.security.autoescape-off

swig.setDefaults({ autoescape: false }); // finds: javascript.security.autoescape-off

const second = nunjucks.configure("second/views", { noCache: true }); // ok: javascript.security.autoescape-off

const third = nunjucks.configure("third/views", { autoescape: true }); // ok: javascript.security.autoescape-off

module.exports = { first, second, third };
