package queue

func drain(messages chan Message) {
	for { // finds: go.bug.busy-loop
		select {
		case message := <-messages:
			handle(message)
		default:
		}
	}
}

func poll(stop chan struct{}, messages chan Message) {
	for { // finds: go.bug.busy-loop
		select {
		case <-stop:
			return
		case message := <-messages:
			handle(message)
		default:
			continue
		}
	}
}

func working(stop chan struct{}) {
	for { // ok: go.bug.busy-loop
		select {
		case <-stop:
			return
		default:
			step()
		}
	}
}

func stepping(stop chan struct{}) {
	for { // ok: go.bug.busy-loop
		select {
		case <-stop:
			return
		default:
		}
		step()
	}
}
