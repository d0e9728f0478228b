package shop.ids;

class Ids {
    Long parse(String text) {
        Boolean strict = new Boolean(true); // finds: java.performance.boxing-constructor
        return new Long(text); // finds: java.performance.boxing-constructor
    }

    Integer next(int id) {
        Integer boxed = id + 1; // ok: java.performance.boxing-constructor
        AtomicInteger counter = new AtomicInteger(id); // ok: java.performance.boxing-constructor
        return Integer.valueOf(id); // ok: java.performance.boxing-constructor
    }
}
