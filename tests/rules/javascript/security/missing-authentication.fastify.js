const fastify = require("fastify")({ logger: true });
const { Order, Article } = require("./models");

fastify.decorate("authenticate", async (request, reply) => {
  await request.jwtVerify();
});

fastify.register(
  async (instance) => {
    instance.get("/", { onRequest: [instance.authenticate] }, async () => Order.find());
    instance.post("/", { onRequest: [instance.authenticate] }, async (request) => Order.create(request.body));
    instance.put("/:id", { preHandler: instance.authenticate }, async (request) =>
      Order.updateOne({ _id: request.params.id }, request.body),
    );
    // finds: javascript.security.missing-authentication
    instance.delete("/:id", async (request, reply) => {
      await Order.deleteOne({ _id: request.params.id });
      return reply.code(204).send();
    });
    // ok: javascript.security.missing-authentication
    instance.post("/login", async (request) => Order.updateOne({ session: request.body.session }, { seen: true }));
  },
  { prefix: "/orders" },
);

fastify.register(
  async (instance) => {
    instance.addHook("onRequest", async (request, reply) => {
      if (!request.session.user) return reply.code(401).send();
    });
    instance.post("/", async (request) => Article.create(request.body));
    // ok: javascript.security.missing-authentication
    instance.delete("/:id", async (request) => Article.deleteOne({ _id: request.params.id }));
  },
  { prefix: "/articles" },
);
