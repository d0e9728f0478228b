package work

import (
	"net/http"
	"time"
)

func wait() {
	time.Sleep(100) // finds: go.bug.sleep-of-bare-number
	client := http.Client{Timeout: 30} // finds: go.bug.sleep-of-bare-number
	use(client)
}

func good() {
	time.Sleep(100 * time.Millisecond) // ok: go.bug.sleep-of-bare-number
	time.Sleep(0) // ok: go.bug.sleep-of-bare-number
	client := http.Client{Timeout: 30 * time.Second} // ok: go.bug.sleep-of-bare-number
	config := Config{Timeout: 30} // ok: go.bug.sleep-of-bare-number
	use(client, config)
}
