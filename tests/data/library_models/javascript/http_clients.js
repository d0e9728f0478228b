const express = require("express");
const app = express();
const axios = require("axios");
const got = require("got");
const request = require("request");
const fetch = require("node-fetch");
app.get("/fetch", async (req, res) => {
  const place = req.query.url;
  const answer = await axios.get(place); // finds: request > url
  res.send(answer.data); // finds: network > html, network > response
  axios({ method: "get", url: place }); // finds: request > url
  axios.get("https://api.example.com/users", { params: { place } }); // ok
  axios.post("https://api.example.com/users/" + place); // ok
  got(place); // finds: request > url
  fetch(place); // finds: request > url
  request({ uri: place }, (err, response, body) => { // finds: request > url, tls-verification = True
    res.send(body); // finds: network > html, network > response
  });
  axios({ url: "https://api.example.com", data: place }); // ok
});
