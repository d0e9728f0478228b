package shop.registry;

class Services {
    private static Services instance;
    private volatile Cache cache;
    private Cache other;

    static Services get() {
        if (instance == null) { // finds: java.bug.double-checked-without-volatile
            synchronized (Services.class) {
                if (instance == null) {
                    instance = new Services();
                }
            }
        }
        return instance;
    }

    Cache other() {
        if (other == null) { // finds: java.bug.double-checked-without-volatile
            synchronized (this) {
                if (other == null) {
                    other = new Cache();
                }
            }
        }
        return other;
    }

    Cache cache() {
        if (cache == null) { // ok: java.bug.double-checked-without-volatile
            synchronized (this) {
                if (cache == null) {
                    cache = new Cache();
                }
            }
        }
        return cache;
    }

    synchronized Services locked() {
        if (instance == null) { // ok: java.bug.double-checked-without-volatile
            instance = new Services();
        }
        return instance;
    }
}
