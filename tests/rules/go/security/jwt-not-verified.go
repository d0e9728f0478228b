package token

func user(text string) (string, error) {
	parser := new(jwt.Parser)
	token, _, err := parser.ParseUnverified(text, jwt.MapClaims{}) // finds: go.security.jwt-not-verified
	return subject(token, err)
}

func sign(token *jwt.Token) (string, error) {
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType) // finds: go.security.jwt-not-verified
}

func verified(text string) (*jwt.Token, error) {
	return jwt.Parse(text, key, jwt.WithValidMethods([]string{"HS256"})) // ok: go.security.jwt-not-verified
}

func parts(text string) (*url.URL, error) {
	return url.Parse(text) // ok: go.security.jwt-not-verified
}
