package shop.jobs;

class Launcher {
    void launch(Runnable task) {
        new Thread(task, "import").run(); // finds: java.bug.thread-run-called
        Thread worker = new Thread(task);
        worker.setDaemon(true);
        worker.run(); // finds: java.bug.thread-run-called
    }

    void started(Runnable task) {
        new Thread(task).start(); // ok: java.bug.thread-run-called
        task.run(); // ok: java.bug.thread-run-called
        new Importer().run(); // ok: java.bug.thread-run-called
    }
}
