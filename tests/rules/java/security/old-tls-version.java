package shop.http;

class TlsClients {
    SSLContext old() throws GeneralSecurityException {
        return SSLContext.getInstance("SSLv3"); // finds: java.security.old-tls-version
    }

    void enable(SSLSocket socket) {
        socket.setEnabledProtocols(new String[] {"TLSv1.1", "TLSv1.2"}); // finds: java.security.old-tls-version
    }

    SSLContext current() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS"); // ok: java.security.old-tls-version
    }

    void modern(SSLSocket socket) {
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"}); // ok: java.security.old-tls-version
        log.info("not offered any more", "TLSv1"); // ok: java.security.old-tls-version
    }
}
