package vault.box;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/** Locks and unlocks letters. */
public class Box {
    private static final String OLD = "DES/CBC/PKCS5Padding";
    private final SecretKey key;

    public Box(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    public byte[] lock(byte[] letter) throws GeneralSecurityException {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding"); // ok: java.security.broken-cipher, java.security.ecb-mode
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
        return cipher.doFinal(letter);
    }

    public byte[] unlockOld(byte[] letter) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(OLD); // finds: java.security.broken-cipher
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(letter);
    }

    public SecretKey threefold() throws GeneralSecurityException {
        return KeyGenerator.getInstance("DESede").generateKey(); // finds: java.security.broken-cipher
    }

    public byte[] lockBlocks(byte[] letter) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES"); // finds: java.security.ecb-mode
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(letter);
    }

    public Cipher cipher(boolean blocks) throws GeneralSecurityException {
        return Cipher.getInstance("AES/" + "ECB" + "/PKCS5Padding"); // finds: java.security.ecb-mode
    }

    public byte[] wrap(SecretKey other, KeyPair pair) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); // ok: java.security.ecb-mode, java.security.broken-cipher
        cipher.init(Cipher.WRAP_MODE, pair.getPublic());
        return cipher.wrap(other);
    }

    public KeyPair small() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024); // finds: java.security.small-key
        return generator.generateKeyPair();
    }

    public KeyPair smallest() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
        generator.initialize(512, new SecureRandom()); // finds: java.security.small-key
        return generator.generateKeyPair();
    }

    public KeyPair large(int more) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072); // ok: java.security.small-key
        generator.initialize(2048 + more); // ok: java.security.small-key
        return generator.generateKeyPair();
    }

    public byte[] seal(byte[] letter) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(letter); // finds: java.security.broken-hash
    }

    public String name(String letter) {
        return DigestUtils.md5Hex(letter); // finds: java.security.broken-hash
    }

    public byte[] strong(byte[] letter, String algorithm) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256"); // ok: java.security.broken-hash
        digest.update(MessageDigest.getInstance(algorithm).digest(letter)); // ok: java.security.broken-hash
        return digest.digest();
    }
}
