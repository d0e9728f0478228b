const http = require("http");
const https = require("https");
const url = require("url");
http.createServer((req, res) => {
  const { query } = url.parse(req.url, true);
  res.write("<h1>" + query.title + "</h1>"); // finds: request > html, request > response
  res.setHeader("X-Title", query.title); // ok
  res.setHeader("Location", query.next); // finds: request > redirect
  res.setHeader("Location", "/at?next=" + query.next); // ok
  res.writeHead(302, { Location: query.next }); // finds: request > redirect
  http.get(query.next, (answer) => { // finds: request > url
    answer.on("data", (chunk) => res.write(chunk)); // finds: network > html, network > response
  });
  http.get({ hostname: query.host, path: "/" }); // finds: request > url, tls-verification = True
  http.get({ hostname: "api.example.com", path: query.path }); // sets: tls-verification = True
  req.on("data", (part) => eval(part)); // finds: request > code
  res.end(JSON.stringify({ title: query.title })); // finds: request > response
  res.end("fixed"); // ok
  res.write("<b>fixed</b>"); // ok
  res.setHeader("X-Count", parseInt(query.count)); // ok
});
https.request({ hostname: "api.example.com", rejectUnauthorized: false }); // sets: tls-verification = False
