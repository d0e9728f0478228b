package names

import (
	"bytes"
	"strings"
)

func clean(name string, body []byte) (string, []byte) {
	name = strings.Replace(name, " ", "-", 0) // finds: go.bug.replace-nothing
	body = bytes.Replace(body, []byte("\r\n"), []byte("\n"), 0) // finds: go.bug.replace-nothing
	return name, body
}

func good(name string) string {
	name = strings.Replace(name, " ", "-", -1) // ok: go.bug.replace-nothing
	name = strings.Replace(name, "_", "-", 1) // ok: go.bug.replace-nothing
	return strings.ReplaceAll(name, "0", "0") // ok: go.bug.replace-nothing
}
