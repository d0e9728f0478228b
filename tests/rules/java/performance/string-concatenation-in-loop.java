package shop.text;

class Csv {
    String rows(List<Row> rows) {
        String text = "";
        for (Row row : rows) {
            text += row.name() + ";"; // finds: java.performance.string-concatenation-in-loop
        }
        String other = "id\n";
        while (more()) {
            other = other + next(); // finds: java.performance.string-concatenation-in-loop
        }
        return text + other;
    }

    String built(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        int total = 0;
        for (Row row : rows) {
            String line = row.name();
            line += ";"; // ok: java.performance.string-concatenation-in-loop
            text.append(line);
            total += row.count(); // ok: java.performance.string-concatenation-in-loop
        }
        return text.toString() + total;
    }
}
