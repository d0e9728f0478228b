package shop.geo;

class Cell {
    private final int row;

    @Override
    public boolean equals(Object other) { // finds: java.bug.equals-without-hash-code
        return other instanceof Cell && ((Cell) other).row == row;
    }
}

class Tag {
    public boolean equals(final Object other) { // finds: java.bug.equals-without-hash-code
        return other instanceof Tag && ((Tag) other).name.equals(name);
    }

    public int hashCode(String name) {
        return name.length();
    }
}

class Complete {
    @Override
    public boolean equals(Object other) { // ok: java.bug.equals-without-hash-code
        return other instanceof Complete && ((Complete) other).row == row;
    }

    @Override
    public int hashCode() {
        return row;
    }
}

class Comparison {
    public static boolean equals(Object first, Object second) { // ok: java.bug.equals-without-hash-code
        return first == second;
    }

    boolean equals(Cell first, Cell second) { // ok: java.bug.equals-without-hash-code
        return first.row() == second.row();
    }
}
