import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.security.Key;
import java.util.Random;

class Tokens {
    void reads(String token, Key key) {
        Jwts.parser().setSigningKey(key).parse(token); // sets: jwt-verification = False
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJwt(token); // sets: jwt-verification = False
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token); // sets: jwt-verification = True
        Jwts.parser().verifyWith(key).build().parse(token); // sets: jwt-verification = True
        Jwts.parser().unsecured().build(); // sets: jwt-verification = False
        JWT.decode(token); // ok
        JWT.require(Algorithm.HMAC256(key.getEncoded())).build().verify(token); // ok
    }

    void writes(String user, Key key) {
        JWT.create().withSubject(user).sign(Algorithm.none()); // sets: jwt-algorithm = none
        Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.NONE, ""); // sets: jwt-algorithm = none
        Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS256, key).compact(); // ok
        Jwts.builder().subject(user).signWith(key).compact(); // ok
        JWT.create().sign(Algorithm.HMAC256("key" + new Random().nextInt())); // finds: weak-random > credential
    }
}
