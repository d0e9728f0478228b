package shop.login;

class LoginService {
    String resetToken(Account account) {
        String token = RandomStringUtils.randomAlphanumeric(32); // finds: java.security.random-for-secret
        account.setResetToken(Long.toString(new Random().nextLong())); // finds: java.security.random-for-secret
        return token;
    }

    String generateSessionId() {
        Random random = new Random(System.nanoTime()); // finds: java.security.random-for-secret
        return Long.toHexString(random.nextLong());
    }

    void sendOtp(Phone phone) {
        int otp = (int) (Math.random() * 1000000); // finds: java.security.random-for-secret
        phone.send(otp);
    }

    String strong() {
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token); // ok: java.security.random-for-secret
        return hex(token);
    }

    int dice() {
        int points = 1 + new Random().nextInt(6); // ok: java.security.random-for-secret
        return points;
    }

    double jitter() {
        double delay = 100 * Math.random(); // ok: java.security.random-for-secret
        return delay;
    }

    String parseToken(Random random) { // ok: java.security.random-for-secret
        return tokens.get(random.nextInt(tokens.size()));
    }
}
