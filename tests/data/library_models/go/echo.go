package main

import (
	"database/sql"
	"net/http"

	"github.com/labstack/echo/v4"
)

type server struct{ db *sql.DB }

type search struct{ Name string }

func (s *server) find(c echo.Context) error {
	s.db.Query("SELECT " + c.QueryParam("name")) // finds: request > sql
	s.db.Query("SELECT ?", c.Param("id"))        // ok
	asked := new(search)
	if err := c.Bind(asked); err != nil {
		return err
	}
	s.db.Query(asked.Name)                                        // finds: request > sql
	s.db.Query(c.Request().Header.Get("X-Name"))                  // finds: request > sql
	c.HTML(http.StatusOK, "<p>"+asked.Name)                       // finds: request > html
	c.String(http.StatusOK, "<p>"+asked.Name)                     // ok
	c.JSON(http.StatusOK, asked)                                  // ok
	c.Attachment("/srv/"+c.Param("file"), "a")                    // finds: request > path
	return c.Redirect(http.StatusFound, c.FormValue("next"))      // finds: request > redirect
}
