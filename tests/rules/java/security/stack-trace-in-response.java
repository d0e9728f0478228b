package shop.web;

class ErrorServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            render(request, response);
        } catch (RenderException error) {
            error.printStackTrace(response.getWriter()); // finds: java.security.stack-trace-in-response
            response.getWriter().println(ExceptionUtils.getStackTrace(error)); // finds: java.security.stack-trace-in-response
            error.printStackTrace(); // ok: java.security.stack-trace-in-response
        }
    }

    String text(Exception error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out)); // ok: java.security.stack-trace-in-response
        return out.toString();
    }
}
