package shop.login;

class LoginController {
    void remember(HttpServletResponse response, String token) {
        Cookie cookie = new Cookie("SESSION", token);
        cookie.setHttpOnly(false); // finds: java.security.cookie-protection-off
        cookie.setSecure(false); // finds: java.security.cookie-protection-off
        response.addCookie(cookie);
    }

    ResponseCookie built(String token) {
        return ResponseCookie.from("SESSION", token).path("/").httpOnly(false).build(); // finds: java.security.cookie-protection-off
    }

    void safe(HttpServletResponse response, Cookie cookie, ServerConnector connector) {
        cookie.setHttpOnly(true); // ok: java.security.cookie-protection-off
        cookie.setSecure(request.isSecure()); // ok: java.security.cookie-protection-off
        connector.setSecure(false); // ok: java.security.cookie-protection-off
        response.addCookie(cookie);
    }

    ResponseCookie safeBuilt(String token) {
        return ResponseCookie.from("SESSION", token).httpOnly(true).secure(true).build(); // ok: java.security.cookie-protection-off
    }
}
