package shop.io;

class Import {
    boolean run() {
        try {
            load();
        } finally {
            lock.unlock();
            return true; // finds: java.bug.jump-in-finally
        }
    }

    void all(List<Path> paths) {
        for (Path path : paths) {
            try {
                load(path);
            } finally {
                if (stopped) {
                    break; // finds: java.bug.jump-in-finally
                }
            }
        }
    }

    boolean cleanup() {
        try {
            return load(); // ok: java.bug.jump-in-finally
        } finally {
            for (Path path : temporary) {
                if (path == null) {
                    continue; // ok: java.bug.jump-in-finally
                }
                executor.submit(() -> {
                    return path.toFile().delete(); // ok: java.bug.jump-in-finally
                });
            }
        }
    }
}
