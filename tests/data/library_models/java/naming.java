import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.http.HttpServletRequest;
import org.owasp.esapi.ESAPI;
import org.springframework.ldap.core.LdapTemplate;

class Naming {
    private LdapTemplate template;

    void searches(HttpServletRequest request, DirContext context) throws Exception {
        String name = request.getParameter("name");
        SearchControls controls = new SearchControls();
        context.search("ou=users", "(uid=" + name + ")", controls); // finds: request > ldap
        new InitialDirContext().search("ou=" + name, "(uid=x)", controls); // finds: request > ldap
        context.search("ou=users", "(uid={0})", new Object[] {name}, controls); // ok
        context.search("ou=users", "(uid=" + ESAPI.encoder().encodeForLDAP(name) + ")", controls); // ok
        template.search("ou=users", "(uid=" + name + ")", controls); // finds: request > ldap
        new InitialContext().lookup(name); // finds: request > code
        new InitialContext().lookup("java:comp/env/jdbc/shop"); // ok
    }
}
