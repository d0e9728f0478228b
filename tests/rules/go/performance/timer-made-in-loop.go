package queue

import "time"

func drain(messages chan Message) {
	for {
		select {
		case message := <-messages:
			handle(message)
		case <-time.After(time.Minute): // finds: go.performance.timer-made-in-loop
			return
		}
	}
}

func flush(lines <-chan string) {
	for range 3 {
		select {
		case line, ok := <-lines:
			write(line, ok)
		case <-time.After(5 * time.Second): // finds: go.performance.timer-made-in-loop
			sync()
		}
	}
}

func once(messages chan Message) {
	select {
	case message := <-messages:
		handle(message)
	case <-time.After(time.Minute): // ok: go.performance.timer-made-in-loop
	}
}

func retry(ctx context.Context) {
	for attempt() {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second): // ok: go.performance.timer-made-in-loop
		}
	}
}
