package shop.crypto;

class Vault {
    byte[] old(byte[] text, Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding"); // finds: java.security.weak-cipher
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(text);
    }

    byte[] plain(byte[] text, Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES"); // finds: java.security.weak-cipher
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(text);
    }

    SecretKey key() throws GeneralSecurityException {
        return KeyGenerator.getInstance("DESede").generateKey(); // finds: java.security.weak-cipher
    }

    byte[] raw(byte[] text) throws GeneralSecurityException {
        return Cipher.getInstance("RSA/ECB/NoPadding").doFinal(text); // finds: java.security.weak-cipher
    }

    Cipher strong() throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); // ok: java.security.weak-cipher
        KeyGenerator keys = KeyGenerator.getInstance("AES"); // ok: java.security.weak-cipher
        return Cipher.getInstance("AES/GCM/NoPadding"); // ok: java.security.weak-cipher
    }
}
