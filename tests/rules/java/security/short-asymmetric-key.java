package shop.keys;

class KeyMaker {
    KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024); // finds: java.security.short-asymmetric-key
        return generator.generateKeyPair();
    }

    KeyPair dsa() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("DSA", "BC");
        keys.initialize(512, new SecureRandom()); // finds: java.security.short-asymmetric-key
        return keys.generateKeyPair();
    }

    KeyPair strong() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096); // ok: java.security.short-asymmetric-key
        return generator.generateKeyPair();
    }

    SecretKey aes() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256); // ok: java.security.short-asymmetric-key
        ring.initialize(1024); // ok: java.security.short-asymmetric-key
        return generator.generateKey();
    }
}
