package main

import (
	"database/sql"
	"net/http"

	"github.com/gin-gonic/gin"
)

var db *sql.DB

type form struct {
	Name string `form:"name"`
	Age  int    `form:"age"`
}

func main() {
	router := gin.Default()
	router.GET("/users/:id", user)
	router.POST("/users", func(c *gin.Context) {
		db.Query("SELECT " + c.PostForm("name")) // finds: request > sql
		c.JSON(http.StatusOK, gin.H{"name": c.PostForm("name")}) // ok
	})
	router.Run()
}

func user(c *gin.Context) {
	db.Query("SELECT " + c.Param("id"))              // finds: request > sql
	db.Query("SELECT * FROM t WHERE id = ?", c.Param("id")) // ok
	db.Query(c.Request.FormValue("name"))            // finds: request > sql
	db.Query(c.GetString("user"))                    // ok
	var given form
	if err := c.ShouldBind(&given); err != nil {
		return
	}
	db.Query(given.Name)                             // finds: request > sql
	c.Redirect(http.StatusFound, c.Query("next"))    // finds: request > redirect
	c.String(http.StatusOK, c.Query("name"))         // ok
	c.Data(http.StatusOK, "text/html; charset=utf-8", []byte("<p>"+given.Name)) // finds: request > html
	c.Data(http.StatusOK, "text/plain", []byte(given.Name)) // ok
	c.File("/srv/" + c.Query("file"))                // finds: request > path
	c.SetCookie("a", "b", 60, "/", "", false, true)  // sets: cookie-secure = False, cookie-http-only = True
}
