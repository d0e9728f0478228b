package report

import "time"

func day(t time.Time) string {
	return t.Format("YYYY-MM-DD") // finds: go.bug.layout-of-other-language
}

func parse(text string) (time.Time, error) {
	return time.Parse("yyyy-MM-dd HH:mm", text) // finds: go.bug.layout-of-other-language
}

func good(t time.Time, text string) (time.Time, error) {
	log.Print(t.Format("2006-01-02 15:04:05")) // ok: go.bug.layout-of-other-language
	message.Format("%d of %d") // ok: go.bug.layout-of-other-language
	return time.Parse(time.RFC3339, text) // ok: go.bug.layout-of-other-language
}
