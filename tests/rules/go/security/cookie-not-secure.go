package shop

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func begin(w http.ResponseWriter, token string) {
	basket := http.Cookie{Name: "basket", Value: token, HttpOnly: true}
	http.SetCookie(w, &basket) // finds: go.security.cookie-not-secure
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true}) // finds: go.security.cookie-readable-by-script
}

func remember(w http.ResponseWriter, r *http.Request, token string) {
	cookie := &http.Cookie{Name: "session", Value: token}
	cookie.Secure = r.TLS != nil
	cookie.HttpOnly = true
	http.SetCookie(w, cookie) // ok: go.security.cookie-not-secure, go.security.cookie-readable-by-script
}

func leave(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1})           // ok: go.security.cookie-not-secure, go.security.cookie-readable-by-script
	http.SetCookie(w, &http.Cookie{Name: "basket", Value: "", Expires: time.Unix(0, 0)}) // ok: go.security.cookie-not-secure
}

func open(c *gin.Context, token string) {
	c.SetCookie("session", token, 3600, "/", "", false, true) // finds: go.security.cookie-not-secure
	c.SetCookie("session", token, 3600, "/", "", true, false) // finds: go.security.cookie-readable-by-script
	c.SetCookie("session", token, 3600, "/", "", true, true)  // ok: go.security.cookie-not-secure, go.security.cookie-readable-by-script
}

func welcome(c echo.Context) error {
	cookie := new(http.Cookie)
	cookie.Name, cookie.Value = "session", newSession()
	cookie.HttpOnly = true
	c.SetCookie(cookie) // finds: go.security.cookie-not-secure
	cookie.Secure = true
	c.SetCookie(cookie) // ok: go.security.cookie-not-secure
	return nil
}
