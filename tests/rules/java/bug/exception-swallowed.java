package shop.stats;

class Counter {
    void add(String name) {
        try {
            store.increment(name);
            // finds: java.bug.exception-swallowed
        } catch (Exception e) {
        }
        try {
            store.flush();
        } catch (Throwable problem) { } // finds: java.bug.exception-swallowed
    }

    void close() {
        try {
            store.close();
        } catch (IOException e) { // ok: java.bug.exception-swallowed
        }
        try {
            store.delete();
        } catch (Exception ignored) { // ok: java.bug.exception-swallowed
        }
        try {
            store.touch();
        } catch (Exception e) { // ok: java.bug.exception-swallowed
            // the store is only a cache
        }
    }
}
