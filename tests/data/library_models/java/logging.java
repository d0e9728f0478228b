import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.LoggerFactory;

class Logging {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Logging.class);
    private final Logger plain = Logger.getLogger("shop");

    void tells(HttpServletRequest request, String id) {
        String name = request.getParameter("name");
        LOG.info("Hello {}", name); // finds: request > log
        LOG.warn("Hello " + name); // finds: request > log
        plain.severe(name); // finds: request > log
        LOG.info("Hello {}", id); // ok
        LOG.info("Hello {}", Integer.parseInt(name)); // ok
        plain.fine("Hello"); // ok
    }
}

@lombok.extern.slf4j.Slf4j
class Made {
    void tells(HttpServletRequest request, Book book) {
        log.info("Hello {}", request.getParameter("name")); // finds: request > log
        log.info("Hello {}", request.getParameter("name").length()); // ok
        book.info(request.getParameter("name")); // ok
    }
}
