import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.lang3.RandomStringUtils;

class RandomNumbers {
    void tokens(Random given) throws Exception {
        int sessionToken = new Random().nextInt(99); // finds: weak-random > token
        String resetToken = Double.toString(Math.random()).substring(2); // finds: weak-random > token
        long apiKey = given.nextLong(); // ok
        nextKey(new Random()); // ok
        String password = RandomStringUtils.randomAlphanumeric(12); // finds: weak-random > token
        byte[] salt = new byte[16];
        new Random().nextBytes(salt);
        String token = new String(salt); // finds: weak-random > token
        long secret = new SecureRandom().nextLong(); // ok
        nextKey(new SecureRandom()); // ok
        String nonce = UUID.randomUUID().toString(); // ok
        int delay = new Random().nextInt(10); // ok
        byte[] csrf = new byte[16];
        SecureRandom.getInstance("SHA1PRNG").nextBytes(csrf); // ok
    }

    void nextKey(Random generator) {
        String accessToken = "" + generator.nextInt(); // finds: weak-random > token
    }
}
