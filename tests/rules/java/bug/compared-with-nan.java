package shop.stats;

class Mean {
    boolean known(double mean, float share) {
        if (mean == Double.NaN) { // finds: java.bug.compared-with-nan
            return false;
        }
        return Float.NaN != share; // finds: java.bug.compared-with-nan
    }

    double empty(double mean) {
        return Double.isNaN(mean) ? 0 : mean; // ok: java.bug.compared-with-nan
    }

    double none() {
        double none = Double.NaN; // ok: java.bug.compared-with-nan
        return none;
    }
}
