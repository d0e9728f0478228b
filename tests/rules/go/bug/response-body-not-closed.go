package fetch

import (
	"encoding/json"
	"net/http"
)

func status(address string) (int, error) {
	resp, err := http.Get(address) // finds: go.bug.response-body-not-closed
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func order(client *http.Client, req *http.Request) (order Order, err error) {
	response, err := client.Do(req) // finds: go.bug.response-body-not-closed
	if err != nil {
		return order, err
	}
	err = json.NewDecoder(response.Body).Decode(&order)
	return order, err
}

func closed(address string) (int, error) {
	resp, err := http.Get(address) // ok: go.bug.response-body-not-closed
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func open(client *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := client.Do(req) // ok: go.bug.response-body-not-closed
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func checked(address string) error {
	resp, err := http.Get(address) // ok: go.bug.response-body-not-closed
	if err != nil {
		return err
	}
	return check(resp)
}
