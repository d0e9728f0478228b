package shop.pages;

class HelloServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("<h1>" + request.getParameter("title") + "</h1>"); // finds: java.security.html-from-request
        String name = request.getParameter("name");
        PrintWriter out = response.getWriter();
        out.println(name); // finds: java.security.html-from-request
        log.print(name); // ok: java.security.html-from-request
    }

    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().print(request.getParameter("id")); // ok: java.security.html-from-request
    }

    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        out.println("stored " + count()); // ok: java.security.html-from-request
    }
}
