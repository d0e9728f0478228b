package shop.io;

class Files {
    int first(File file) throws IOException {
        FileInputStream in = new FileInputStream(file); // finds: java.bug.stream-not-closed
        return in.read();
    }

    String line(String path) throws IOException {
        BufferedReader reader = new BufferedReader(new FileReader(path)); // finds: java.bug.stream-not-closed
        return reader.readLine();
    }

    void append(File file, String text) throws IOException {
        FileWriter writer = new FileWriter(file, true); // finds: java.bug.stream-not-closed
        writer.write(text);
        writer.flush();
    }

    int closed(File file) throws IOException {
        FileInputStream in = new FileInputStream(file); // ok: java.bug.stream-not-closed
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    int resource(File file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) { // ok: java.bug.stream-not-closed
            return in.read();
        }
    }

    Reader handed(File file) throws IOException {
        FileReader reader = new FileReader(file); // ok: java.bug.stream-not-closed
        return new BufferedReader(reader);
    }

    void copied(File file, OutputStream out) throws IOException {
        FileInputStream in = new FileInputStream(file); // missing: java.bug.stream-not-closed
        in.transferTo(out);
        IOUtils.copy(in, out);
    }
}
