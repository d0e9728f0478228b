package text

func rows(rows []Row) string {
	text := "id;name\n"
	for _, row := range rows {
		text += row.Name + "\n" // finds: go.performance.string-concatenation-in-loop
	}
	var other string
	for i := 0; i < 3; i++ {
		if i > 0 {
			other += "," // finds: go.performance.string-concatenation-in-loop
		}
	}
	return text + other
}

func built(rows []Row) string {
	var text strings.Builder
	total := 0
	for _, row := range rows {
		line := row.Name
		line += ";" // ok: go.performance.string-concatenation-in-loop
		text.WriteString(line)
		total += row.Count // ok: go.performance.string-concatenation-in-loop
	}
	return text.String()
}
