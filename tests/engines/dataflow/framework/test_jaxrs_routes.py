"""Routes of JAX-RS and of servlets, as programs declare them, with what stands before each."""

from textwrap import dedent

from tests.engines.dataflow.framework.mapped import mapped

RESOURCE = """
package shop;

import jakarta.annotation.security.*;
import jakarta.ws.rs.*;

@Path("/orders")
@RolesAllowed("USER")
class Orders {
    @GET Object every() { return null; }
    @GET @Path("{id}") @PermitAll Object one(@PathParam("id") long id) { return null; }
    @DELETE @Path("{id}") @Signed Object drop(@PathParam("id") long id) { return null; }
    @Path("{id}/lines") Lines lines() { return null; }
}

class Lines {
    @POST Object add() { return null; }
}
"""


def test_resources_their_sub_resources_and_the_path_of_the_application() -> None:
    application = """
    package shop;
    import jakarta.ws.rs.ApplicationPath;

    @ApplicationPath("/api")
    class Shop extends jakarta.ws.rs.core.Application {}
    """
    assert mapped({"shop/Orders.java": RESOURCE, "shop/Shop.java": dedent(application)}) == [
        "GET /api/orders Orders.every permission:@RolesAllowed",
        "DELETE /api/orders/{id} Orders.drop permission:@RolesAllowed",
        "GET /api/orders/{id} Orders.one open:@PermitAll",
        "POST /api/orders/{id}/lines Lines.add",
    ]


def test_filter_stands_before_what_bears_the_name_that_binds_it() -> None:
    filters = """
    package shop;
    import jakarta.ws.rs.container.ContainerRequestFilter;

    @NameBinding @interface Signed {}

    @Signed
    class Signatures implements ContainerRequestFilter {
        public void filter(ContainerRequestContext context) {
            String signature = context.getHeaderString("Authorization");
            if (signature == null) context.abortWith(Response.status(401).build());
        }
    }
    """
    found = mapped(
        {"shop/Orders.java": RESOURCE.replace('@RolesAllowed("USER")', ""), "shop/Signed.java": dedent(filters)}
    )
    assert found == [
        "GET /orders Orders.every",
        "DELETE /orders/{id} Orders.drop authentication:Signatures",
        "GET /orders/{id} Orders.one open:@PermitAll",
        "POST /orders/{id}/lines Lines.add",
    ]


def test_servlets_with_filters_and_constraints() -> None:
    servlets = """
    package shop;
    import jakarta.servlet.annotation.*;
    import jakarta.servlet.http.*;

    @WebServlet(urlPatterns = {"/admin/orders"})
    class Admin extends HttpServlet {
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
        protected void doPost(HttpServletRequest request, HttpServletResponse response) { doGet(request, response); }
    }

    @WebServlet("/basket")
    @ServletSecurity(@HttpConstraint(rolesAllowed = "buyer"))
    class Basket extends HttpServlet {
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {}
    }

    @WebFilter("/admin/*")
    class Gate extends HttpFilter {
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            if (request.getSession().getAttribute("admin") == null) {
                response.sendRedirect("/login");
                return;
            }
            chain.doFilter(request, response);
        }
    }
    """
    assert mapped({"shop/Servlets.java": dedent(servlets)}) == [
        "GET /admin/orders Admin.doGet permission:Gate",
        "POST /basket Basket.doPost permission:@ServletSecurity",
    ]
