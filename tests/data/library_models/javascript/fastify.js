const fastify = require("fastify")({ logger: true });
fastify.get("/:id", { schema: {} }, async (request, reply) => {
  eval(request.query.code); // finds: request > code
  eval(request.params.id); // finds: request > code
  reply.redirect(request.query.next); // finds: request > redirect
  reply.redirect("/users/" + request.params.id); // ok
  reply.header("X-Id", request.params.id); // ok
  reply.code(200).send(request.body); // finds: request > response
  reply.send("fixed"); // ok
  reply.sendFile(request.params.id); // ok
});
