package shop.files;

class Checksums {
    String etag(byte[] body) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("MD5"); // finds: java.security.weak-hash
        return hex(digest.digest(body));
    }

    String id(String text) throws NoSuchAlgorithmException {
        return hex(MessageDigest.getInstance("SHA-1", provider).digest(text.getBytes(UTF_8))); // finds: java.security.weak-hash
    }

    String shortcut(String text) {
        return DigestUtils.md5Hex(text); // finds: java.security.weak-hash
    }

    byte[] strong(byte[] body) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(body); // ok: java.security.weak-hash
    }

    byte[] keyed(byte[] body) throws GeneralSecurityException {
        return Mac.getInstance("HmacSHA1").doFinal(body); // ok: java.security.weak-hash
    }

    byte[] chosen(String algorithm, byte[] body) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(algorithm).digest(body); // ok: java.security.weak-hash
    }
}
