package token

func user(text string) (string, error) {
	parser := new(jwt.Parser)
	token, _, err := parser.ParseUnverified(text, jwt.MapClaims{}) // finds: go.security.jwt-read-unverified
	return subject(token, err)
}

func claims(token *josejwt.JSONWebToken, into *Claims) error {
	return token.UnsafeClaimsWithoutVerification(into) // finds: go.security.jwt-read-unverified
}

func expires(own string) (time.Time, error) {
	var claims jwt.RegisteredClaims
	_, _, err := jwt.NewParser().ParseUnverified(own, &claims) // spurious: go.security.jwt-read-unverified
	return claims.ExpiresAt.Time, err
}

func verified(text string) (*jwt.Token, error) {
	return jwt.Parse(text, key, jwt.WithValidMethods([]string{"HS256"})) // ok: go.security.jwt-read-unverified
}

func parts(text string) (*url.URL, error) {
	return url.Parse(text) // ok: go.security.jwt-read-unverified
}
