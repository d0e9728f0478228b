package shop.shards;

class Shards {
    int of(String key) {
        return Math.abs(key.hashCode()) % count; // finds: java.bug.absolute-value-of-hash
    }

    int any(Random random) {
        return Math.abs(random.nextInt()) % count; // finds: java.bug.absolute-value-of-hash
    }

    int safe(String key, Random random) {
        return Math.floorMod(key.hashCode(), count) + Math.abs(random.nextInt(count)); // ok: java.bug.absolute-value-of-hash
    }

    int masked(String key) {
        return Math.abs(key.hashCode() % count); // ok: java.bug.absolute-value-of-hash
    }
}
