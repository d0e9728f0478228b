package shop.web;

class LoginServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(LoginServlet.class);

    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.info("Login of " + request.getParameter("name")); // finds: java.security.log-entry-from-request
        LOG.warn("Agent {}", request.getHeader("User-Agent")); // finds: java.security.log-entry-from-request
        LOG.debug("Login of {}", clean(request.getParameter("name"))); // ok: java.security.log-entry-from-request
        LOG.info("Login from {}", request.getRemoteAddr()); // ok: java.security.log-entry-from-request
        LOG.debug("Has a query: {}", request.getQueryString() != null); // ok: java.security.log-entry-from-request
        String name = request.getParameter("name");
        LOG.info("Login of {}", name); // missing: java.security.log-entry-from-request
        response.sendRedirect("/");
    }
}
