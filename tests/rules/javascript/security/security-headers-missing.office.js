const express = require("express");

const office = express();
const router = express.Router();
router.get("/", (req, res) => res.render("office"));
office.set("view engine", "hbs"); // finds: javascript.security.security-headers-missing
office.use("/office", router);
