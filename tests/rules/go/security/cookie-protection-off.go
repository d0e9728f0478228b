package login

import "net/http"

func remember(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    token,
		HttpOnly: false, // finds: go.security.cookie-protection-off
		Secure:   false, // finds: go.security.cookie-protection-off
	})
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: token}) // finds: go.security.cookie-protection-off
}

func gin(c *gin.Context, token string) {
	c.SetCookie("session", token, 3600, "/", "", true, false) // finds: go.security.cookie-protection-off
	c.SetCookie("session", token, 3600, "/", "", true, true) // ok: go.security.cookie-protection-off
}

func safe(w http.ResponseWriter, token string, secure bool) {
	http.SetCookie(w, &http.Cookie{ // ok: go.security.cookie-protection-off
		Name:     "session",
		Value:    token,
		HttpOnly: true, // ok: go.security.cookie-protection-off
		Secure:   secure, // ok: go.security.cookie-protection-off
	})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"}) // ok: go.security.cookie-protection-off
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1}) // ok: go.security.cookie-protection-off
}
