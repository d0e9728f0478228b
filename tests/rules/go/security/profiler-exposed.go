package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
)

func main() {
	go func() {
		log.Println(http.ListenAndServe("localhost:6060", nil)) // ok: go.security.profiler-exposed
	}()
	go http.ListenAndServe(":8081", router) // ok: go.security.profiler-exposed
	log.Fatal(http.ListenAndServe(":8080", nil)) // finds: go.security.profiler-exposed
}

func secure(address string) error {
	return http.ListenAndServeTLS(address, "cert.pem", "key.pem", nil) // finds: go.security.profiler-exposed
}
