package orders

import "strconv"

func number(text string) (int32, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	return int32(n), nil // finds: go.bug.narrowed-parsed-number
}

func port(text string) uint16 {
	value, _ := strconv.ParseUint(text, 10, 64)
	return uint16(value) // finds: go.bug.narrowed-parsed-number
}

func sized(text string) (int32, error) {
	n, err := strconv.ParseInt(text, 10, 32)
	return int32(n), err // ok: go.bug.narrowed-parsed-number
}

func checked(text string) int16 {
	n, err := strconv.Atoi(text)
	if err != nil || n > math.MaxInt16 || n < 0 {
		return 0
	}
	return int16(n) // ok: go.bug.narrowed-parsed-number
}

func wide(text string) int64 {
	n, _ := strconv.Atoi(text)
	return int64(n) // ok: go.bug.narrowed-parsed-number
}

func into(text string, target any) {
	switch of := target.(type) {
	case *int8:
		n, _ := strconv.ParseInt(text, 10, 8)
		*of = int8(n) // ok: go.bug.narrowed-parsed-number
	case *int64:
		n, _ := strconv.ParseInt(text, 10, 64)
		*of = n // ok: go.bug.narrowed-parsed-number
	}
}
