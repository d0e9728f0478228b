package shop.count;

class Visits {
    private Long total = 0L;
    private final Object lock = new Object();
    private static final String NAME = "visits";

    void add() {
        synchronized (total) { // finds: java.bug.lock-on-shared-value
            total++;
        }
    }

    void named(String user) {
        synchronized ("visits") { // finds: java.bug.lock-on-shared-value
            store(user);
        }
        synchronized (NAME) { // finds: java.bug.lock-on-shared-value
            store(user);
        }
        synchronized (user.intern()) { // finds: java.bug.lock-on-shared-value
            store(user);
        }
    }

    void locked() {
        synchronized (lock) { // ok: java.bug.lock-on-shared-value
            total++;
        }
        synchronized (Visits.class) { // ok: java.bug.lock-on-shared-value
            total++;
        }
    }
}
