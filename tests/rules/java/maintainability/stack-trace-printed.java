package shop.jobs;

class Import {
    void run() {
        try {
            load();
        } catch (IOException e) {
            e.printStackTrace(); // finds: java.maintainability.stack-trace-printed
        }
        try {
            store();
        } catch (Exception problem) {
            log.info("again");
            problem.printStackTrace(); // finds: java.maintainability.stack-trace-printed
            problem.printStackTrace(new PrintWriter(buffer)); // ok: java.maintainability.stack-trace-printed
            log.error("not stored", problem); // ok: java.maintainability.stack-trace-printed
        }
    }
}
