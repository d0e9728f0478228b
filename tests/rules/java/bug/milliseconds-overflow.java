package shop.tokens;

class Lifetimes {
    private static final long MONTH = 30 * 24 * 60 * 60 * 1000; // finds: java.bug.milliseconds-overflow

    Date expiry() {
        return new Date(System.currentTimeMillis() + 1000 * 60 * 60 * 24 * 365); // finds: java.bug.milliseconds-overflow
    }

    long week = 7 * 24 * 60 * 60 * 1000; // ok: java.bug.milliseconds-overflow
    long year = 365L * 24 * 60 * 60 * 1000; // ok: java.bug.milliseconds-overflow
    long seconds = 30 * 24 * 60 * 60; // ok: java.bug.milliseconds-overflow
}
