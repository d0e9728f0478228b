package preview

import "net/http"

func preview(w http.ResponseWriter, r *http.Request) {
	address := r.URL.Query().Get("url")
	response, err := http.Get(address) // finds: go.security.request-to-address-from-request
	copyTo(w, response, err)
}

func hook(c *gin.Context) {
	request, err := http.NewRequest(http.MethodPost, c.PostForm("target"), body) // finds: go.security.request-to-address-from-request
	send(c, request, err)
}

func weather(w http.ResponseWriter, r *http.Request) {
	city := r.FormValue("city")
	response, err := http.Get("https://weather.example/?city=" + url.QueryEscape(city)) // ok: go.security.request-to-address-from-request
	copyTo(w, response, err)
}

func checked(w http.ResponseWriter, r *http.Request) {
	address := r.FormValue("url")
	if !isAllowedURL(address) {
		http.Error(w, "not allowed", http.StatusForbidden)
		return
	}
	response, err := http.Get(address) // ok: go.security.request-to-address-from-request
	copyTo(w, response, err)
}
