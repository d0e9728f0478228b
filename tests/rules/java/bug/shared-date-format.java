package shop.dates;

class Dates {
    private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd"); // finds: java.bug.shared-date-format
    public static DateFormat time = DateFormat.getTimeInstance(); // finds: java.bug.shared-date-format
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE; // ok: java.bug.shared-date-format
    private static final ThreadLocal<SimpleDateFormat> LOCAL = // ok: java.bug.shared-date-format
        ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));

    String day(Date date) {
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd"); // ok: java.bug.shared-date-format
        return format.format(date);
    }
}
