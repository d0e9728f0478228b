package forum.pages;

import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

/** The search page of a forum, and what it says when nothing is found. */
public class SearchServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        PrintWriter out = response.getWriter();
        String words = request.getParameter("q");
        out.println("<title>" + Encode.forHtml(words) + "</title>"); // ok: java.security.cross-site-scripting
        heading(out, words);
        out.println("<p>You asked for " + words + "</p>"); // finds: java.security.cross-site-scripting
        out.printf("<p>Page %d</p>", page(request)); // ok: java.security.cross-site-scripting
        String back = request.getHeader("Referer");
        if (back != null) {
            out.format("<a href=\"%s\">Back</a>", back); // finds: java.security.cross-site-scripting
        }
    }

    private void heading(PrintWriter out, String words) {
        String text = words == null ? "everything" : words.trim();
        out.println("<h1>Results for " + text + "</h1>"); // finds: java.security.cross-site-scripting
    }

    private int page(HttpServletRequest request) {
        return Integer.parseInt(request.getParameter("page"));
    }
}

@RestController
class GreetingController {
    @GetMapping("/greeting")
    public String greeting(@RequestParam(defaultValue = "you") String name) {
        return "<p>Hello " + name + "</p>"; // finds: java.security.cross-site-scripting
    }

    @GetMapping("/farewell")
    public String farewell(@RequestParam String name) {
        return "<p>Goodbye " + HtmlUtils.htmlEscape(name) + "</p>"; // ok: java.security.cross-site-scripting
    }

    @GetMapping(value = "/name", produces = "text/plain")
    public String plain(@RequestParam String name) {
        return name; // ok: java.security.cross-site-scripting
    }
}
