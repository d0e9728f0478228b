package shop.jobs;

class Poller implements Runnable {
    public void run() {
        while (running) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) { // finds: java.bug.interruption-swallowed
                log.warn("woken", e);
            }
        }
    }

    void await() {
        try {
            latch.await();
        } catch (InterruptedException e) { // finds: java.bug.interruption-swallowed
        }
    }

    void stop() {
        try {
            worker.join();
        } catch (InterruptedException e) { // ok: java.bug.interruption-swallowed
            Thread.currentThread().interrupt();
        }
    }

    void wrapped() {
        try {
            latch.await();
        } catch (InterruptedException e) { // ok: java.bug.interruption-swallowed
            throw new IllegalStateException(e);
        }
    }

    void loop() {
        while (true) {
            try {
                queue.take().run();
            } catch (InterruptedException e) { // ok: java.bug.interruption-swallowed
                break;
            }
        }
    }
}
