package logs

import "regexp"

var duration = regexp.MustCompile(`(\d+) ms`) // ok: go.performance.pattern-compiled-in-loop

func scan(lines []string) (count int) {
	for _, line := range lines {
		if regexp.MustCompile(`timeout|refused`).MatchString(line) { // finds: go.performance.pattern-compiled-in-loop
			count++
		}
		if ok, _ := regexp.MatchString(`^\d+ ms$`, line); ok { // finds: go.performance.pattern-compiled-in-loop
			count++
		}
	}
	return count
}

func fast(lines, expressions []string) (count int) {
	for _, expression := range expressions {
		pattern := regexp.MustCompile(expression) // ok: go.performance.pattern-compiled-in-loop
		count += matching(pattern, lines)
	}
	for _, line := range lines {
		count += len(duration.FindString(line)) // ok: go.performance.pattern-compiled-in-loop
	}
	return count
}
