const Hapi = require("@hapi/hapi");
const server = Hapi.server({ port: 3000 });
server.route({
  method: "GET",
  path: "/notes/{id}",
  handler: (request, h) => {
    h.file(request.params.id); // finds: request > path
    h.redirect("/notes/" + request.params.id); // ok
    h.response({ id: request.params.id }); // ok
    if (request.query.next) return h.redirect(request.query.next); // finds: request > redirect
    return h.response("<h1>" + request.query.title + "</h1>").code(200); // finds: request > html
  },
});
server.route({
  method: "POST",
  path: "/notes",
  options: {
    handler: (request) => "<p>" + request.payload.text + "</p>", // finds: request > html
  },
});
server.route({
  method: "GET",
  path: "/count",
  handler: (request) => ({ count: request.query.from }), // ok
});
