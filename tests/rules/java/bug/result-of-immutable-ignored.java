package shop.names;

class Names {
    String clean(String name) {
        name.toLowerCase(Locale.ROOT); // finds: java.bug.result-of-immutable-ignored
        name.replace("-", " "); // finds: java.bug.result-of-immutable-ignored
        return name;
    }

    LocalDate due(LocalDate start) {
        start.plusDays(14); // finds: java.bug.result-of-immutable-ignored
        return start;
    }

    String used(String name, Map<String, String> labels) {
        labels.replace("old", "new"); // ok: java.bug.result-of-immutable-ignored
        builder.replace(0, 2, "x"); // ok: java.bug.result-of-immutable-ignored
        String lower = name.toLowerCase(Locale.ROOT); // ok: java.bug.result-of-immutable-ignored
        return lower.substring(1).trim(); // ok: java.bug.result-of-immutable-ignored
    }
}
