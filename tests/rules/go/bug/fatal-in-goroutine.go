package server

import "testing"

func TestServe(t *testing.T) {
	done := make(chan error)
	go func() {
		if err := serve(); err != nil {
			t.Fatal(err) // finds: go.bug.fatal-in-goroutine
		}
	}()
	go func() {
		t.Fatalf("second: %v", serve()) // finds: go.bug.fatal-in-goroutine
	}()
	if err := <-done; err != nil {
		t.Fatal(err) // ok: go.bug.fatal-in-goroutine
	}
}

func TestError(t *testing.T) {
	go func() {
		if err := serve(); err != nil {
			t.Error(err) // ok: go.bug.fatal-in-goroutine
		}
	}()
	t.Run("inner", func(t *testing.T) {
		t.Fatal("not here") // ok: go.bug.fatal-in-goroutine
	})
}
