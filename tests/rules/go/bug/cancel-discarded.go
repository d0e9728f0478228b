package fetch

import "context"

func fetch(parent context.Context) {
	ctx, _ := context.WithTimeout(parent, time.Second) // finds: go.bug.cancel-discarded
	call(ctx)
	ctx, _ = context.WithCancel(context.Background()) // finds: go.bug.cancel-discarded
	call(ctx)
}

func good(parent context.Context) {
	ctx, cancel := context.WithTimeout(parent, time.Second) // ok: go.bug.cancel-discarded
	defer cancel()
	value := context.WithValue(ctx, key, 1) // ok: go.bug.cancel-discarded
	call(value)
}
