package shop.tokens;

class TokenReader {
    Claims old(String token) {
        return (Claims) Jwts.parser().setSigningKey(key).parse(token).getBody(); // finds: java.security.jwt-not-verified
    }

    String none(String user) {
        return JWT.create().withSubject(user).sign(Algorithm.none()); // finds: java.security.jwt-not-verified
    }

    Claims verified(String token) {
        return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload(); // ok: java.security.jwt-not-verified
    }

    DecodedJWT required(String token) {
        Instant issued = Instant.parse(text); // ok: java.security.jwt-not-verified
        return JWT.require(Algorithm.HMAC256(secret)).build().verify(token); // ok: java.security.jwt-not-verified
    }
}
