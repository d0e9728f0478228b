package shop.login;

class AuditLog {
    void login(LoginForm form, String password) {
        log.debug("login {} {}", form.getName(), form.getPassword()); // finds: java.security.secret-in-log
        logger.info("password is " + password); // finds: java.security.secret-in-log
        System.out.println(password); // finds: java.security.secret-in-log
    }

    void token(Session session, String accessToken) {
        LOGGER.warn("expired token {}", accessToken); // finds: java.security.secret-in-log
        log.info("password changed for {}", session.getUser()); // ok: java.security.secret-in-log
        log.info("token length {}", accessToken.length()); // ok: java.security.secret-in-log
        form.print(password); // ok: java.security.secret-in-log
        log.debug("reset mail sent to {}", session.getPasswordResetMail()); // ok: java.security.secret-in-log
    }

    void check(Credentials credentials) {
        log.warn("Expected {} but found {}", CredentialsType.ACCESS_TOKEN, credentials.getType()); // ok: java.security.secret-in-log
        log.warn("Refused {}", credentials.accessToken); // finds: java.security.secret-in-log
    }
}
