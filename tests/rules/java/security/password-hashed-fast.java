package shop.accounts;

class AccountService {
    void register(String login, String password) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] hash = digest.digest(password.getBytes(StandardCharsets.UTF_8)); // finds: java.security.password-hashed-fast
        accounts.save(login, hash);
    }

    boolean matches(LoginForm form, Account account) {
        return DigestUtils.md5DigestAsHex(form.getPassword().getBytes()).equals(account.getHash()); // finds: java.security.password-hashed-fast
    }

    @Bean
    PasswordEncoder encoder() {
        return new StandardPasswordEncoder(); // finds: java.security.password-hashed-fast
    }

    @Bean
    PasswordEncoder plain() {
        return NoOpPasswordEncoder.getInstance(); // ok: java.security.password-hashed-fast
    }

    String slow(String password) {
        return new BCryptPasswordEncoder(12).encode(password); // ok: java.security.password-hashed-fast
    }

    byte[] key(char[] password, byte[] salt) throws GeneralSecurityException {
        KeySpec spec = new PBEKeySpec(password, salt, 600_000, 256); // ok: java.security.password-hashed-fast
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    byte[] file(byte[] body) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(body); // ok: java.security.password-hashed-fast
    }
}
