package shop.money;

class Money {
    public boolean equals(Money other) { // finds: java.bug.equals-of-other-type
        return other.cents == cents;
    }
}

final class Range {
    public final boolean equals(final Range other) { // finds: java.bug.equals-of-other-type
        return other != null && other.low == low;
    }
}

class Both {
    public boolean equals(Both other) { // ok: java.bug.equals-of-other-type
        return other != null && other.cents == cents;
    }

    @Override
    public boolean equals(Object other) { // ok: java.bug.equals-of-other-type
        return other instanceof Both && equals((Both) other);
    }
}
