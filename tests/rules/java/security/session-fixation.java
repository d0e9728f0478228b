package shop.accounts;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@WebServlet("/login")
class LoginServlet extends HttpServlet {
    private Accounts accounts;

    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        if (accounts.checkPassword(name, request.getParameter("password"))) {
            request.getSession().setAttribute("user", name); // finds: java.security.session-fixation
        }
        response.sendRedirect("/");
    }
}

@WebServlet("/office/login")
class OfficeLoginServlet extends HttpServlet {
    private Accounts accounts;

    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        if (accounts.checkPassword(name, request.getParameter("password"))) {
            request.changeSessionId();
            request.getSession().setAttribute("user", name); // ok: java.security.session-fixation
        }
        response.sendRedirect("/office");
    }
}

@WebServlet("/partner/login")
class PartnerLoginServlet extends HttpServlet {
    private Accounts accounts;

    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        if (accounts.checkPassword(name, request.getParameter("password"))) {
            HttpSession old = request.getSession(false);
            if (old != null) old.invalidate();
            HttpSession session = request.getSession(true);
            session.setAttribute("user", name); // ok: java.security.session-fixation
        }
        response.sendRedirect("/partner");
    }
}

@Configuration
class SecurityConfiguration {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        http.formLogin(form -> form.loginPage("/signin"))
            // finds: java.security.session-fixation
            .sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()));
        return http.build();
    }

    @Bean
    SecurityFilterChain office(HttpSecurity http) throws Exception {
        http.securityMatcher("/office/**").formLogin(form -> form.loginPage("/office/signin"))
            // ok: java.security.session-fixation
            .sessionManagement(session -> session.sessionFixation(fixation -> fixation.migrateSession()));
        return http.build();
    }
}
