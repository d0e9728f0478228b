package shop

import (
	"fmt"
	"log"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
)

func prices(w http.ResponseWriter, r *http.Request) {
	all, err := load(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // finds: go.security.error-details-in-response
		return
	}
	number, err := strconv.Atoi(r.FormValue("number"))
	if err != nil {
		http.Error(w, "no number: "+err.Error(), http.StatusBadRequest) // ok: go.security.error-details-in-response
		return
	}
	if err := show(w, all, number); err != nil {
		log.Println("prices:", err.Error())                                  // ok: go.security.error-details-in-response
		http.Error(w, "There are no prices.", http.StatusInternalServerError) // ok: go.security.error-details-in-response
	}
}

func orders(c *gin.Context) {
	found, err := find(c.Param("id"))
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // finds: go.security.error-details-in-response
		return
	}
	if found == nil {
		c.JSON(http.StatusNotFound, gin.H{"error": "no such order"}) // ok: go.security.error-details-in-response
		return
	}
	if err := c.ShouldBindJSON(found); err != nil {
		c.AbortWithStatusJSON(422, gin.H{"error": err.Error()}) // ok: go.security.error-details-in-response
	}
}

func report(w http.ResponseWriter, r *http.Request) {
	if err := run(r.Context()); err != nil {
		message := fmt.Sprintf("<p>failed: %s", err.Error())
		fmt.Fprint(w, message) // finds: go.security.error-details-in-response
	}
}
