package shop.dates;

class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("YYYY-MM-dd"); // finds: java.bug.letter-of-date-pattern

    String month(Date date) {
        return new SimpleDateFormat("yyyy-mm-dd").format(date); // finds: java.bug.letter-of-date-pattern
    }

    String compact(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("yyyyMMDD")); // finds: java.bug.letter-of-date-pattern
    }

    String good(LocalDateTime time) {
        DateTimeFormatter.ofPattern("YYYY-'W'ww"); // ok: java.bug.letter-of-date-pattern
        DateTimeFormatter.ofPattern("yyyy-DDD"); // ok: java.bug.letter-of-date-pattern
        return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")); // ok: java.bug.letter-of-date-pattern
    }
}
