package shop.hash;

class Digests {
    boolean matches(byte[] stored, byte[] computed) {
        return stored.equals(computed); // finds: java.bug.array-compared-by-identity
    }

    String text(String line) {
        char[] letters = line.toCharArray();
        Arrays.sort(letters);
        return letters.toString(); // finds: java.bug.array-compared-by-identity
    }

    boolean same(byte[] stored, byte[] computed) {
        return Arrays.equals(stored, computed); // ok: java.bug.array-compared-by-identity
    }

    boolean sameName(String[] names, String name) {
        return names[0].equals(name); // ok: java.bug.array-compared-by-identity
    }

    String joined(StringBuilder letters) {
        return letters.toString(); // ok: java.bug.array-compared-by-identity
    }
}
