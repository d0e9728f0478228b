package chat

import "net/http"

var upgrader = websocket.Upgrader{
	ReadBufferSize: 1024,
	CheckOrigin: func(r *http.Request) bool { // finds: go.security.websocket-any-origin
		return true
	},
}

func open(upgrader *websocket.Upgrader) {
	upgrader.CheckOrigin = func(r *http.Request) bool { return true } // finds: go.security.websocket-any-origin
}

var strict = websocket.Upgrader{
	CheckOrigin: func(r *http.Request) bool { // ok: go.security.websocket-any-origin
		return r.Header.Get("Origin") == "https://shop.example"
	},
}

var plain = websocket.Upgrader{ReadBufferSize: 1024} // ok: go.security.websocket-any-origin
