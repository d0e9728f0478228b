package token

func sign(token *jwt.Token) (string, error) {
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType) // finds: go.security.jwt-not-verified
}

func check(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) {
		if token.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil // finds: go.security.jwt-not-verified
		}
		return key, nil
	})
}

func expiry(own string) (*jwt.Token, error) {
	token, _, err := jwt.NewParser().ParseUnverified(own, jwt.MapClaims{}) // ok: go.security.jwt-not-verified
	return token, err
}

func verified(text string) (*jwt.Token, error) {
	return jwt.Parse(text, key, jwt.WithValidMethods([]string{"HS256"})) // ok: go.security.jwt-not-verified
}
