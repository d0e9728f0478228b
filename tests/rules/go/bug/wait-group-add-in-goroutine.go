package work

import "sync"

func run(tasks []Task) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		go func(task Task) {
			wg.Add(1) // finds: go.bug.wait-group-add-in-goroutine
			defer wg.Done()
			task.Run()
		}(task)
	}
	wg.Wait()
}

func (p *Pool) start() {
	go func() {
		p.wg.Add(1) // finds: go.bug.wait-group-add-in-goroutine
		p.loop()
		p.wg.Done()
	}()
}

func good(tasks []Task) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1) // ok: go.bug.wait-group-add-in-goroutine
		go func() {
			defer wg.Done()
			counter.Add(1) // ok: go.bug.wait-group-add-in-goroutine
			task.Run()
		}()
	}
	wg.Wait()
}
