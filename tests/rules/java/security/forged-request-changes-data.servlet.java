package shop;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;

@WebServlet("/profile")
class ProfileServlet extends HttpServlet {
    private ProfileDao profileDao;

    // finds: java.security.forged-request-changes-data
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object user = request.getSession().getAttribute("user");
        if (user == null) {
            response.sendRedirect("/login");
            return;
        }
        profileDao.updateName(user, request.getParameter("name"));
    }

    // ok: java.security.forged-request-changes-data
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object user = request.getSession().getAttribute("user");
        if (user == null) {
            response.sendRedirect("/login");
            return;
        }
        show(response, profileDao.findByName(user));
    }
}

// It is called by another host that signs what it sends, and no browser.
@WebServlet("/payments")
class PaymentServlet extends HttpServlet {
    private PaymentDao paymentDao;

    // ok: java.security.forged-request-changes-data
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String signature = request.getHeader("X-Signature");
        if (!signatures.verifySignature(signature)) {
            response.sendError(401);
            return;
        }
        paymentDao.insert(request.getParameter("payment"));
    }
}
