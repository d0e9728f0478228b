const io = require("socket.io")(3000);
const { WebSocketServer } = require("ws");
io.on("connection", (socket) => {
  socket.on("run", (code) => eval(code)); // finds: request > code
  socket.on("ping", (code) => eval("1")); // ok
  eval(socket.handshake.query.code); // finds: request > code
  eval(socket.id); // ok
});
new WebSocketServer({ port: 3001 }).on("connection", (ws, request) => {
  ws.on("message", (data) => {
    eval(data); // finds: request > code
  });
  ws.send("fixed"); // ok
});
