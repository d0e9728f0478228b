package shop.tax;

class Taxes {
    private static final BigDecimal RATE = new BigDecimal(0.19); // finds: java.bug.decimal-from-double

    BigDecimal fee(BigDecimal amount) {
        return amount.multiply(new BigDecimal(0.015, MathContext.DECIMAL64)); // finds: java.bug.decimal-from-double
    }

    BigDecimal exact(BigDecimal amount, double rate) {
        BigDecimal half = new BigDecimal(0.5); // ok: java.bug.decimal-from-double
        return amount.multiply(new BigDecimal("0.015")).add(BigDecimal.valueOf(0.1)); // ok: java.bug.decimal-from-double
    }
}
