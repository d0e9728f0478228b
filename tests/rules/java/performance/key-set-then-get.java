package shop.totals;

class Totals {
    int sum(Map<String, Integer> totals) {
        int sum = 0;
        for (String name : totals.keySet()) { // finds: java.performance.key-set-then-get
            sum += totals.get(name);
        }
        for (final String name : totals.keySet()) { // finds: java.performance.key-set-then-get
            Integer total = totals.get(name);
            log.info("{} {}", name, total);
        }
        return sum;
    }

    void entries(Map<String, Integer> totals, Map<String, Integer> limits) {
        for (String name : totals.keySet()) { // ok: java.performance.key-set-then-get
            log.info("{}", limits.get(name));
        }
        for (Map.Entry<String, Integer> total : totals.entrySet()) { // ok: java.performance.key-set-then-get
            log.info("{}", total.getValue());
        }
    }
}
