package main

import (
	"database/sql"

	"github.com/gofiber/fiber/v2"
)

var db *sql.DB

type search struct{ Name string }

func find(c *fiber.Ctx) error {
	db.Query("SELECT " + c.Query("name")) // finds: request > sql
	db.Query("SELECT ?", c.Params("id"))  // ok
	var asked search
	if err := c.BodyParser(&asked); err != nil {
		return err
	}
	db.Query(asked.Name)                 // finds: request > sql
	db.Query(string(c.Body()))           // finds: request > sql
	c.SendFile("/srv/" + c.Params("f"))  // finds: request > path
	c.Status(200).SendString(asked.Name) // ok
	c.JSON(asked)                        // ok
	return c.Redirect(c.Query("next"))   // finds: request > redirect
}
