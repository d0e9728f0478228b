package count

func words(lines []string) map[string]int {
	var counts map[string]int
	for _, line := range lines {
		counts[line] = len(line) // finds: go.bug.write-to-nil-map
	}
	return counts
}

func first() {
	var seen map[int]bool
	seen[1] = true // finds: go.bug.write-to-nil-map
}

func made(lines []string) map[string]int {
	var counts map[string]int
	if counts == nil {
		counts = make(map[string]int)
	}
	counts["a"] = 1 // ok: go.bug.write-to-nil-map
	return counts
}

func decoded(body []byte) map[string]string {
	var values map[string]string
	json.Unmarshal(body, &values)
	values["id"] = "1" // ok: go.bug.write-to-nil-map
	return values
}

func literal() {
	counts := map[string]int{}
	counts["a"] = 1 // ok: go.bug.write-to-nil-map
}
