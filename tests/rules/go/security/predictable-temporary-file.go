package report

import (
	"os"
	"path/filepath"
)

func write(body []byte) error {
	if err := os.WriteFile("/tmp/report.csv", body, 0o600); err != nil { // finds: go.security.predictable-temporary-file
		return err
	}
	file, err := os.Create(filepath.Join(os.TempDir(), "report.csv")) // finds: go.security.predictable-temporary-file
	return store(file, err)
}

func safe(body []byte) (*os.File, error) {
	if err := os.WriteFile("/var/lib/shop/report.csv", body, 0o600); err != nil { // ok: go.security.predictable-temporary-file
		return nil, err
	}
	return os.CreateTemp("", "report-*.csv") // ok: go.security.predictable-temporary-file
}
