package shop.sort;

class Names {
    boolean before(String first, String second) {
        if (first.compareTo(second) == -1) { // finds: java.bug.compare-result-tested-exactly
            return true;
        }
        return comparator.compare(first, second) != 1; // finds: java.bug.compare-result-tested-exactly
    }

    boolean sorted(String first, String second) {
        return first.compareTo(second) <= 0; // ok: java.bug.compare-result-tested-exactly
    }

    boolean same(String first, String second) {
        return first.compareToIgnoreCase(second) == 0; // ok: java.bug.compare-result-tested-exactly
    }

    boolean dearer(BigDecimal price, BigDecimal limit) {
        return price.compareTo(limit) == 1; // ok: java.bug.compare-result-tested-exactly
    }
}
