import java.io.PrintWriter;
import javax.servlet.http.*;

interface Themes {
    Theme find(String name);
}

class Theme {
    String name;
}

class Servlet extends HttpServlet {
    private Themes themes;

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        response.getWriter().println("Hello " + name); // finds: request > html
        response.getWriter().printf("Hello %s", request.getHeader("Referer")); // finds: request > html
        response.getOutputStream().print(request.getQueryString()); // finds: request > html
        response.getOutputStream().write(name.getBytes()); // finds: request > html
        response.getOutputStream().write(name.getBytes(), 0, 8); // ok
        greet(response.getWriter(), name);
        complain(new PrintWriter("/tmp/names"), name);
        response.getWriter().print("Hello " + request.getMethod()); // ok
        PrintWriter out = response.getWriter();
        out.write(name.length()); // ok
        for (String value : request.getParameterValues("all")) {
            out.write(value); // finds: request > html
        }
        response.sendRedirect(name); // finds: request > redirect
        response.sendRedirect("/shop?name=" + name); // ok
        response.setHeader("X-Name", name); // finds: request > header
        response.setHeader("Location", name); // finds: request > header, request > redirect
        response.setHeader("Access-Control-Allow-Origin", "*"); // sets: cors-origin = *
        response.setHeader("Access-Control-Allow-Methods", "*"); // ok
        response.setHeader("X-Length", "" + name.length()); // ok
        request.getRequestDispatcher(name).forward(request, response); // finds: request > path
        request.getRequestDispatcher("/shop.jsp").forward(request, response); // ok
    }

    void cookies(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cookie cookie = new Cookie("theme", "dark");
        cookie.setSecure(false); // sets: cookie-secure = False
        cookie.setHttpOnly(true); // sets: cookie-http-only = True
        cookie.setValue(request.getParameter("theme"));
        for (Cookie one : request.getCookies()) {
            if (one.getName().equals("theme")) response.getWriter().print(one.getValue()); // finds: request > html
        }
        response.getWriter().print(cookie.getValue()); // finds: request > html
        HttpSession session = request.getSession();
        session.setAttribute("theme", request.getParameter("theme")); // finds: request > session
        session.setAttribute(request.getParameter("theme"), "dark"); // finds: request > session-key
        session.setAttribute("theme", request.getRemoteUser()); // ok
        Theme theme = themes.find(request.getParameter("theme"));
        session.setAttribute("theme", theme); // ok
    }

    private void greet(PrintWriter out, String name) {
        out.println("Hello " + name); // finds: request > html
    }

    private void complain(PrintWriter out, String name) {
        out.println("Nobody is called " + name); // ok
    }

    void uploads(HttpServletRequest request) throws Exception {
        Part part = request.getPart("file");
        part.write(part.getSubmittedFileName()); // finds: request > path-write, upload > upload
    }
}
