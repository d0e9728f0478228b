package library.desk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.view.RedirectView;

/** The desk of a library: who comes in, and where he goes. */
public class DeskServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        session.setAttribute("reader", request.getParameter("reader")); // finds: java.security.trust-boundary-violation
        session.setAttribute(request.getParameter("key"), "yes"); // finds: java.security.trust-boundary-violation
        session.setAttribute("books", Integer.parseInt(request.getParameter("books"))); // ok: java.security.trust-boundary-violation
        session.setAttribute("opened", System.currentTimeMillis()); // ok: java.security.trust-boundary-violation
        response.addCookie(plain("desk"));
        response.addCookie(closed("desk"));
        response.sendRedirect(request.getParameter("back")); // finds: java.security.open-redirect
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String title = request.getParameter("title");
        response.setHeader("Content-Disposition", "inline; filename=" + title); // finds: java.security.header-injection
        response.addHeader("X-Title", title.replaceAll("[\r\n]", "")); // ok: java.security.header-injection
        response.addHeader("X-Shelf", URLEncoder.encode(request.getParameter("shelf"), "UTF-8")); // ok: java.security.header-injection
        response.setHeader("X-Reader", request.getHeader("X-Reader")); // finds: java.security.header-injection
        response.setHeader("Access-Control-Allow-Origin", "*"); // finds: java.security.cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "https://library.example"); // ok: java.security.cors-any-origin
        response.sendRedirect("/books?title=" + title); // ok: java.security.open-redirect
    }

    private Cookie plain(String name) {
        Cookie cookie = new Cookie(name, "1");
        cookie.setSecure(false); // finds: java.security.cookie-not-secure
        cookie.setHttpOnly(false); // finds: java.security.cookie-readable-by-script
        return cookie;
    }

    private Cookie closed(String name) {
        Cookie cookie = new Cookie(name, "1");
        cookie.setSecure(true); // ok: java.security.cookie-not-secure
        cookie.setHttpOnly(true); // ok: java.security.cookie-readable-by-script
        return cookie;
    }
}

@RestController
class ShelfController {
    @GetMapping("/shelf")
    public ResponseEntity<Void> shelf() {
        ResponseCookie open = ResponseCookie.from("shelf", "a").secure(false).build(); // finds: java.security.cookie-not-secure
        ResponseCookie read = ResponseCookie.from("room", "a").secure(true).httpOnly(false).build(); // finds: java.security.cookie-readable-by-script
        ResponseCookie sent = ResponseCookie.from("seat", "a").secure(true).sameSite("None").build(); // finds: java.security.cookie-cross-site
        return ResponseEntity.ok().header("Set-Cookie", open.toString(), read.toString(), sent.toString()).build();
    }

    @GetMapping("/desk")
    public ResponseEntity<Void> desk(@CookieValue(defaultValue = "a") String shelf) {
        ResponseCookie lax = ResponseCookie.from("shelf", shelf).secure(true).httpOnly(true).sameSite("Lax").build(); // ok: java.security.cookie-cross-site, java.security.cookie-not-secure, java.security.cookie-readable-by-script
        ResponseCookie strict = ResponseCookie.from("desk", "1").secure(true).sameSite("Strict").build(); // ok: java.security.cookie-cross-site
        ResponseCookie other = ResponseCookie.from("frame", "1").sameSite("none").build(); // finds: java.security.cookie-cross-site
        return ResponseEntity.ok().header("Set-Cookie", lax.toString(), strict.toString(), other.toString()).build();
    }

    @GetMapping("/out")
    public RedirectView out(@RequestParam String to) {
        return new RedirectView(to); // finds: java.security.open-redirect
    }

    @GetMapping("/in")
    public ResponseEntity<Void> in(@RequestParam String room) {
        return ResponseEntity.status(302).location(URI.create("https://rooms.example/" + room)).build(); // ok: java.security.open-redirect
    }
}

class Origins {
    CorsConfiguration any() {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.addAllowedOrigin("*"); // finds: java.security.cors-any-origin
        return configuration;
    }

    void some(CorsRegistry registry) {
        registry.addMapping("/api/**").allowedOrigins("https://library.example"); // ok: java.security.cors-any-origin
    }
}
