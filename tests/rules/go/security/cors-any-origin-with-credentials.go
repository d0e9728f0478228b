package api

import "net/http"

func echo(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	w.Header().Set("Access-Control-Allow-Origin", origin) // finds: go.security.cors-any-origin-with-credentials
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func configured(router *gin.Engine) {
	router.Use(cors.New(cors.Config{ // finds: go.security.cors-any-origin-with-credentials
		AllowAllOrigins:  true,
		AllowCredentials: true,
	}))
	router.Use(cors.New(cors.Config{ // ok: go.security.cors-any-origin-with-credentials
		AllowOrigins:     []string{"https://shop.example"},
		AllowCredentials: true,
	}))
}

func public(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // ok: go.security.cors-any-origin-with-credentials
}

func listed(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if allowedOrigins[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin) // ok: go.security.cors-any-origin-with-credentials
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}
