package files

import "os"

func sizes(paths []string) (total int64, err error) {
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return 0, err
		}
		defer file.Close() // finds: go.bug.defer-in-loop
		total += size(file)
	}
	return total, nil
}

func drain(locks []*sync.Mutex) {
	for i := 0; i < len(locks); i++ {
		locks[i].Lock()
		defer locks[i].Unlock() // finds: go.bug.defer-in-loop
		use(i)
	}
}

func inFunction(paths []string) {
	for _, path := range paths {
		func() {
			file, _ := os.Open(path)
			defer file.Close() // ok: go.bug.defer-in-loop
			use(file)
		}()
	}
}

func first(paths []string) []byte {
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		defer file.Close() // ok: go.bug.defer-in-loop
		return read(file)
	}
	return nil
}

func once(path string) {
	file, _ := os.Open(path)
	defer file.Close() // ok: go.bug.defer-in-loop
}
