package tickets.gate;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Tickets that say who may come in. */
public class Gate {
    private final Key key;

    public Gate(Key key) {
        this.key = key;
    }

    public Object open(String ticket) {
        return Jwts.parser().setSigningKey(key).parse(ticket).getBody(); // finds: java.security.jwt-unverified
    }

    public Claims plain(String ticket) {
        JwtParser parser = Jwts.parserBuilder().setSigningKey(key).build();
        return parser.parseClaimsJwt(ticket).getBody(); // finds: java.security.jwt-unverified
    }

    public Claims signed(String ticket, SecretKey secret) {
        Jwts.parser().verifyWith(secret).build().parseSignedClaims(ticket); // ok: java.security.jwt-unverified
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(ticket).getBody(); // ok: java.security.jwt-unverified
    }

    public String unsigned(String visitor) {
        return JWT.create().withSubject(visitor).sign(Algorithm.none()); // finds: java.security.jwt-unsigned
    }

    public String empty(String visitor) {
        return Jwts.builder().setSubject(visitor).signWith(SignatureAlgorithm.NONE, "").compact(); // finds: java.security.jwt-unsigned
    }

    public String sealed(String visitor, byte[] secret) {
        String first = JWT.create().withSubject(visitor).sign(Algorithm.HMAC256(secret)); // ok: java.security.jwt-unsigned
        return first + Jwts.builder().setSubject(visitor).signWith(SignatureAlgorithm.HS256, key).compact(); // ok: java.security.jwt-unsigned
    }

    public void remember(HttpServletRequest request, HttpServletResponse response) {
        Random random = new Random();
        String token = Long.toString(random.nextLong(), 36); // finds: java.security.guessable-token
        response.addCookie(new Cookie("remember", token));
        request.getSession().setAttribute("code", random.nextInt(1_000_000)); // finds: java.security.guessable-token
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        response.addCookie(new Cookie("remember", new String(bytes))); // ok: java.security.guessable-token
        response.addCookie(new Cookie("ticket", UUID.randomUUID().toString())); // ok: java.security.guessable-token
        int delay = random.nextInt(100);
        response.setIntHeader("Retry-After", delay); // ok: java.security.guessable-token
    }
}
