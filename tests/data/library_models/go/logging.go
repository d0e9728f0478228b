package main

import (
	"log"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/sirupsen/logrus"
)

var logger = log.New(os.Stderr, "", 0)

func handler(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	log.Printf("asked for %s", name)                            // finds: request > log
	log.Println("asked for", name)                              // finds: request > log
	logger.Print(name)                                          // finds: request > log
	log.Printf("asked for %q", name)                            // ok
	log.Printf("asked for %s", strconv.Quote(name))             // ok
	log.Print(strings.ReplaceAll(name, "\n", ""))               // ok
	slog.Info("asked", "name", name)                            // ok
	logrus.WithField("name", name).Info("asked")                // ok
	log.Print("asked")                                          // ok
}
