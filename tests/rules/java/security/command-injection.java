package printing.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The printers of an office: a page is sent, the queue is shown. */
public class PrinterServlet extends HttpServlet {
    private static final Map<String, String> QUEUES = Map.of("hall", "hp-4", "office", "canon-2");
    private static final Pattern PRINTER = Pattern.compile("[a-z0-9]+");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String printer = request.getParameter("printer");
        if (printer == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        run("sh -c 'lpq -P " + printer + " | head -20'");
        describe(printer);
        pages(request.getParameter("pages"));
        run("uptime");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String text = request.getHeader("X-Title");
        String[] command = {"/bin/sh", "-c", "banner " + text + " | lpr"};
        Runtime.getRuntime().exec(command); // finds: java.security.command-injection
        String queue = QUEUES.get(request.getParameter("queue"));
        Runtime.getRuntime().exec("sh -c 'lpstat " + queue + " | lpr'"); // ok: java.security.command-injection
        List<String> line = List.of("bash", "-c", "echo " + request.getParameter("note") + " | lpr");
        new ProcessBuilder(line).start(); // finds: java.security.command-injection
    }

    private void run(String command) throws IOException {
        Runtime.getRuntime().exec(command); // finds: java.security.command-injection
    }

    private void describe(String printer) throws IOException {
        if (PRINTER.matcher(printer).matches()) {
            Runtime.getRuntime().exec("sh -c 'lpstat -p " + printer + " | lpr'"); // spurious: java.security.command-injection
        }
    }

    private void pages(String count) throws IOException {
        int pages = Integer.parseInt(count);
        Runtime.getRuntime().exec("sh -c 'yes | head -" + pages + " | lpr'"); // ok: java.security.command-injection
    }
}
