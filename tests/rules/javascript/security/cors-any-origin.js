// Which pages may ask the interface.
const cors = require("cors");
const express = require("express");

const open = express();
open.use(cors()); // finds: javascript.security.cors-any-origin

const named = express();
named.use(cors({ origin: "*", methods: ["GET"] })); // finds: javascript.security.cors-any-origin

const shop = express();
shop.use(cors({ origin: "https://shop.example.org" })); // ok: javascript.security.cors-any-origin

const configured = express();
configured.use(cors({ origin: process.env.ORIGIN })); // ok: javascript.security.cors-any-origin

module.exports = { configured, named, open, shop };
