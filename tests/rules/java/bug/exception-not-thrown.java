package shop.orders;

class Checks {
    void check(int count, String name) {
        if (count < 0) {
            new IllegalArgumentException("negative: " + count); // finds: java.bug.exception-not-thrown
        }
        if (name == null) new NullPointerException("name"); // finds: java.bug.exception-not-thrown
        if (name.isEmpty()) {
            throw new IllegalArgumentException("empty"); // ok: java.bug.exception-not-thrown
        }
        errors.add(new OrderException(name)); // ok: java.bug.exception-not-thrown
        Exception kept = new OrderException(name); // ok: java.bug.exception-not-thrown
    }

    void warn(int port) {
        new AdministrativeError("port", "Failed to listen on " + port); // ok: java.bug.exception-not-thrown
        new AssertionError("unreachable"); // finds: java.bug.exception-not-thrown
    }
}
