package api

type Order struct {
	number string `json:"number"` // finds: go.bug.tag-on-unexported-field
	total  int    `yaml:"total,omitempty"` // finds: go.bug.tag-on-unexported-field
	Name   string `json:"name"` // ok: go.bug.tag-on-unexported-field
	cached bool   `json:"-"` // ok: go.bug.tag-on-unexported-field
	id     int64  `db:"id"` // ok: go.bug.tag-on-unexported-field
	mu     sync.Mutex // ok: go.bug.tag-on-unexported-field
}
