// Answers of a shop when something goes wrong.
const express = require("express");
const stock = require("./stock");

const router = express.Router();

router.get("/stock", async (req, res) => {
  try {
    res.json(await stock.all());
  } catch (error) {
    res.status(500).json({ message: error.message, stack: error.stack }); // finds: javascript.security.error-details-in-response
  }
});

router.get("/stock/count", (req, res) => {
  try {
    res.json(stock.count());
  } catch (error) {
    res.status(500).send("<pre>" + error.stack + "</pre>"); // finds: javascript.security.error-details-in-response
  }
});

router.get("/stock/lowest", (req, res) => {
  try {
    res.json(stock.lowest());
  } catch (error) {
    console.error(error);
    res.status(500).json({ message: "The stock cannot be read." }); // ok: javascript.security.error-details-in-response
  }
});

router.get("/stock/parsed", (req, res, next) => {
  try {
    res.json(stock.parsed());
  } catch (error) {
    next(error); // ok: javascript.security.error-details-in-response
  }
});

module.exports = router;
