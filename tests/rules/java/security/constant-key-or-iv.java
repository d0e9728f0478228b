package shop.crypto;

class Cookies {
    private static final SecretKeySpec KEY = new SecretKeySpec("shop-cookie-key!".getBytes(UTF_8), "AES"); // finds: java.security.constant-key-or-iv

    Cipher cipher() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, KEY, new IvParameterSpec(new byte[16])); // finds: java.security.constant-key-or-iv
        return cipher;
    }

    AlgorithmParameterSpec fixed() {
        return new IvParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}); // finds: java.security.constant-key-or-iv
    }

    SecretKeySpec loaded(KeyStore store) throws GeneralSecurityException {
        byte[] bytes = store.getKey("cookie", null).getEncoded();
        return new SecretKeySpec(bytes, "AES"); // ok: java.security.constant-key-or-iv
    }

    GCMParameterSpec fresh() {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        return new GCMParameterSpec(128, nonce); // ok: java.security.constant-key-or-iv
    }

    AlgorithmParameterSpec named() {
        byte[] iv = "0123456789abcdef".getBytes(UTF_8);
        return new IvParameterSpec(iv); // missing: java.security.constant-key-or-iv
    }
}
