package names

import "strings"

func stem(name string) string {
	name = strings.TrimLeft(name, "https://") // finds: go.bug.trim-with-word
	return strings.TrimRight(name, ".json") // finds: go.bug.trim-with-word
}

func good(name string) string {
	name = strings.TrimLeft(name, " \t") // ok: go.bug.trim-with-word
	name = strings.TrimRight(name, "/") // ok: go.bug.trim-with-word
	name = strings.TrimLeft(name, "0") // ok: go.bug.trim-with-word
	return strings.TrimPrefix(name, "https://") // ok: go.bug.trim-with-word
}
