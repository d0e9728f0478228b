import javax.servlet.http.*;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.encoder.Encode;
import org.owasp.esapi.ESAPI;
import org.springframework.web.util.HtmlUtils;

class Escaping {
    void pages(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        response.getWriter().print(ESAPI.encoder().encodeForHTML(name)); // ok
        response.getWriter().print(Encode.forHtml(name)); // ok
        response.getWriter().print(StringEscapeUtils.escapeHtml4(name)); // ok
        response.getWriter().print(HtmlUtils.htmlEscape(name)); // ok
        response.getWriter().print(StringEscapeUtils.unescapeHtml4(name)); // finds: request > html
        response.getWriter().print(ESAPI.encoder().encodeForLDAP(name)); // finds: request > html
        response.getWriter().print(java.net.URLEncoder.encode(name, "UTF-8")); // ok
        response.getWriter().print(java.net.URLDecoder.decode(name, "UTF-8")); // finds: request > html
    }
}
