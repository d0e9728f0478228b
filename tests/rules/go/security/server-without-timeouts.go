package main

import (
	"log"
	"net/http"
	"time"
)

func simple(router http.Handler) {
	go http.ListenAndServe(":9090", nil) // finds: go.security.server-without-timeouts
	server := &http.Server{ // finds: go.security.server-without-timeouts
		Addr:    ":8080",
		Handler: router,
	}
	log.Fatal(server.ListenAndServe())
}

func limited(router http.Handler) {
	server := &http.Server{ // ok: go.security.server-without-timeouts
		Addr:              ":8080",
		Handler:           router,
		ReadHeaderTimeout: 10 * time.Second,
	}
	log.Fatal(server.ListenAndServe()) // ok: go.security.server-without-timeouts
}

func later(router http.Handler) *http.Server {
	server := &http.Server{Handler: router} // ok: go.security.server-without-timeouts
	server.ReadTimeout = time.Minute
	return server
}
