package shop.session;

class SessionStore {
    Object cookie(Cookie cookie) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(cookie.getValue());
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)); // finds: java.security.deserialization-without-filter
        return in.readObject();
    }

    Object message(Socket socket) throws Exception {
        InputStream stream = socket.getInputStream();
        try (ObjectInputStream in = new ObjectInputStream(stream)) { // finds: java.security.deserialization-without-filter
            return in.readObject();
        }
    }

    Object xml(HttpServletRequest request) throws IOException {
        return new XMLDecoder(request.getInputStream()).readObject(); // finds: java.security.deserialization-without-filter
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException { // ok: java.security.deserialization-without-filter
        in.defaultReadObject(); // ok: java.security.deserialization-without-filter
    }

    Object cached(Path file) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) { // ok: java.security.deserialization-without-filter
            return in.readObject();
        }
    }

    void write(OutputStream out) throws IOException {
        new ObjectOutputStream(out).writeObject(this); // ok: java.security.deserialization-without-filter
    }
}
