package shop.logs;

class LogScan {
    private static final Pattern TIME = Pattern.compile("(\\d+) ms"); // ok: java.performance.pattern-compiled-in-loop

    int slow(List<String> lines) {
        int count = 0;
        for (String line : lines) {
            if (Pattern.compile("timeout|refused").matcher(line).find()) { // finds: java.performance.pattern-compiled-in-loop
                count++;
            }
            count += Pattern.matches("\\d+ ms", line) ? 1 : 0; // finds: java.performance.pattern-compiled-in-loop
        }
        return count;
    }

    int fast(List<String> lines, List<String> expressions) {
        int count = 0;
        for (String expression : expressions) {
            Pattern pattern = Pattern.compile(expression); // ok: java.performance.pattern-compiled-in-loop
            count += lines.stream().filter(pattern.asPredicate()).count();
        }
        return count;
    }
}
