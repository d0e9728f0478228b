package shop.http;

class Clients {
    SSLContext trusting() throws GeneralSecurityException {
        TrustManager[] managers = {
            new X509TrustManager() {
                public void checkClientTrusted(X509Certificate[] chain, String type) {} // ok: java.security.tls-verification-off

                @Override // finds: java.security.tls-verification-off
                public void checkServerTrusted(X509Certificate[] chain, String type) {
                    // accept every certificate
                }

                public X509Certificate[] getAcceptedIssuers() { // ok: java.security.tls-verification-off
                    return new X509Certificate[0];
                }
            }
        };
        return context(managers);
    }

    OkHttpClient anyName() {
        return new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build(); // finds: java.security.tls-verification-off
    }

    void apache(HttpClientBuilder builder) {
        builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE); // finds: java.security.tls-verification-off
    }

    HostnameVerifier verifier() {
        return new HostnameVerifier() {
            public boolean verify(String host, SSLSession session) { // finds: java.security.tls-verification-off
                return true;
            }
        };
    }

    void strict(HttpsURLConnection connection) {
        connection.setHostnameVerifier((host, session) -> host.endsWith(".shop.example")); // ok: java.security.tls-verification-off
    }

    class Delegating implements X509TrustManager {
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // ok: java.security.tls-verification-off
            parent.checkServerTrusted(chain, type);
        }
    }

    void asked(HttpsURLConnection connection, Options options) {
        if (options.noCertificateCheck) {
            connection.setHostnameVerifier((host, session) -> true); // ok: java.security.tls-verification-off
        }
    }
}
