"""Routes of Spring, as programs declare them, with what stands before each."""

from textwrap import dedent

from tests.engines.dataflow.framework.mapped import mapped


def routes(*texts: str) -> list[str]:
    """Return the routes of the classes of one package."""
    return mapped({f"src/main/java/shop/{_name(text)}.java": f"package shop;\n{dedent(text)}" for text in texts})


def _name(text: str) -> str:
    return next(
        after.partition("<")[0]
        for before, after in zip(text.split(), text.split()[1:], strict=False)
        if before in ("class", "interface", "@interface")
    )


ORDERS = """
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping({"/orders", "/v2/orders"})
class Orders {
    @GetMapping
    Object every() { return null; }

    @RequestMapping(value = "/{id}", method = {RequestMethod.PUT, RequestMethod.PATCH})
    Object change(@PathVariable long id) { return null; }
}
"""


def test_mappings_of_class_and_method_are_joined() -> None:
    assert routes(ORDERS) == [
        "GET /orders Orders.every",
        "PATCH,PUT /orders/{id} Orders.change",
        "GET /v2/orders Orders.every",
        "PATCH,PUT /v2/orders/{id} Orders.change",
    ]


def test_mappings_are_inherited_from_interfaces_and_base_classes() -> None:
    interface = """
    import org.springframework.web.bind.annotation.*;

    @RequestMapping("/notes")
    interface NotesApi {
        @PostMapping("/{id}")
        Object write(@PathVariable long id);
    }
    """
    base = """
    import org.springframework.web.bind.annotation.*;

    abstract class Listing<T> {
        @GetMapping("/all")
        Object all() { return null; }
    }
    """
    controller = """
    import org.springframework.stereotype.Controller;

    @Controller
    class Notes extends Listing<Note> implements NotesApi {
        @Override
        public Object write(long id) { return null; }
    }
    """
    assert routes(interface, base, controller) == [
        "GET /notes/all Notes.all",
        "POST /notes/{id} Notes.write",
    ]


def test_paths_that_are_constants_are_read() -> None:
    constants = """
    class Paths {
        static final String ROOT = "/api";
        static final String ORDERS = ROOT + "/orders";
    }
    """
    controller = """
    import org.springframework.web.bind.annotation.*;

    @RestController
    class Orders {
        @GetMapping(Paths.ORDERS + "/open")
        Object open() { return null; }
    }
    """
    assert routes(constants, controller) == ["GET /api/orders/open Orders.open"]


def test_annotations_of_a_method_stand_for_those_of_its_class() -> None:
    mark = """
    import org.springframework.security.access.prepost.PreAuthorize;

    @PreAuthorize("hasRole('OFFICE')")
    @interface ForOffice {}
    """
    controller = """
    import jakarta.annotation.security.*;
    import org.springframework.security.access.prepost.PreAuthorize;
    import org.springframework.web.bind.annotation.*;

    @RestController
    @PreAuthorize("isAuthenticated()")
    class Orders {
        @GetMapping("/a") Object a() { return null; }
        @GetMapping("/b") @PreAuthorize("permitAll()") Object b() { return null; }
        @GetMapping("/c") @RolesAllowed("ADMIN") Object c() { return null; }
        @GetMapping("/d") @ForOffice Object d() { return null; }
    }
    """
    assert routes(mark, controller) == [
        "GET /a Orders.a authentication:@PreAuthorize",
        "GET /b Orders.b open:@PreAuthorize",
        "GET /c Orders.c permission:@RolesAllowed",
        "GET /d Orders.d permission:@ForOffice",
    ]


CHAIN = """
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

class Security {
    private static final String[] OPEN = {"/about", "/files/**"};

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(asked -> asked
                .requestMatchers(OPEN).permitAll()
                .requestMatchers(HttpMethod.GET, "/orders/*").authenticated()
                .requestMatchers("/orders/**").hasRole("OFFICE")
                .anyRequest().authenticated())
            .formLogin(Customizer.withDefaults())
            .csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/**"));
        return http.build();
    }
}
"""
CONTROLLER = """
import org.springframework.web.bind.annotation.*;

@RestController
class Shop {
    @GetMapping("/about") Object about() { return null; }
    @GetMapping("/orders/{id}") Object order(@PathVariable long id) { return null; }
    @DeleteMapping("/orders/{id}") Object drop(@PathVariable long id) { return null; }
    @PostMapping("/hooks/paid") Object paid() { return null; }
}
"""


def test_first_rule_of_a_filter_chain_that_matches_decides() -> None:
    assert routes(CHAIN, CONTROLLER) == [
        'GET /about Shop.about open:requestMatchers("/about").permitAll() csrf:filter chain',
        "POST /hooks/paid Shop.paid authentication:anyRequest().authenticated() csrf-exempt:filter chain",
        'DELETE /orders/{id} Shop.drop permission:requestMatchers("/orders/**").hasRole() csrf:filter chain',
        'GET /orders/{id} Shop.order authentication:requestMatchers("/orders/*").authenticated() csrf:filter chain',
    ]


def test_chain_of_the_old_style_and_one_that_is_narrowed() -> None:
    old = """
    import org.springframework.security.config.annotation.web.configuration.*;

    class Api extends WebSecurityConfigurerAdapter {
        @Override
        protected void configure(HttpSecurity http) throws Exception {
            http.antMatcher("/orders/**").csrf().disable().authorizeRequests().anyRequest().hasAuthority("API");
        }

        @Override
        public void configure(WebSecurity web) { web.ignoring().antMatchers("/about"); }
    }
    """
    assert routes(old, CONTROLLER) == [
        'GET /about Shop.about open:antMatchers("/about").antMatchers()',
        "POST /hooks/paid Shop.paid",
        "DELETE /orders/{id} Shop.drop permission:anyRequest().hasAuthority()",
        "GET /orders/{id} Shop.order permission:anyRequest().hasAuthority()",
    ]


def test_every_request_permitted_is_no_word_on_a_route() -> None:
    chain = CHAIN.replace(".anyRequest().authenticated()", ".anyRequest().permitAll()")
    assert "POST /hooks/paid Shop.paid csrf-exempt:filter chain" in routes(chain, CONTROLLER)


def test_interceptor_that_asks_and_refuses_stands_before_its_paths() -> None:
    interceptor = """
    class LoginInterceptor implements HandlerInterceptor {
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getSession().getAttribute("user") == null) {
                response.sendRedirect("/login");
                return false;
            }
            return true;
        }
    }
    """
    configuration = """
    class Web implements WebMvcConfigurer {
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new LoginInterceptor()).excludePathPatterns("/about", "/hooks/*");
        }
    }
    """
    assert routes(interceptor, configuration, CONTROLLER) == [
        "GET /about Shop.about",
        "POST /hooks/paid Shop.paid",
        "DELETE /orders/{id} Shop.drop authentication:LoginInterceptor",
        "GET /orders/{id} Shop.order authentication:LoginInterceptor",
    ]


def test_handler_and_services_that_ask_themselves() -> None:
    service = """
    import org.springframework.security.access.prepost.PreAuthorize;

    class OrderService {
        @PreAuthorize("hasRole('OFFICE')")
        void drop(long id) {}
    }
    """
    controller = """
    import java.security.Principal;
    import org.springframework.web.bind.annotation.*;

    @RestController
    class Orders {
        private final OrderService service;

        Orders(OrderService service) { this.service = service; }

        @GetMapping("/mine") Object mine(Principal who) { return null; }
        @DeleteMapping("/{id}") void drop(@PathVariable long id) { service.drop(id); }
        @GetMapping("/{id}") Object one(@PathVariable long id, HttpServletRequest request) {
            if (!request.isUserInRole("OFFICE")) throw new AccessDeniedException("no");
            return null;
        }
    }
    """
    assert routes(service, controller) == [
        "GET /mine Orders.mine authentication:who?",
        "DELETE /{id} Orders.drop permission:@PreAuthorize",
        "GET /{id} Orders.one permission:request.isUserInRole()",
    ]


def test_router_functions_are_routes() -> None:
    handler = """
    class OrderHandler {
        Mono<ServerResponse> every(ServerRequest request) { return null; }
        Mono<ServerResponse> create(ServerRequest request) { return null; }
    }
    """
    configuration = """
    import org.springframework.web.reactive.function.server.*;

    class Routing {
        RouterFunction<ServerResponse> nested(OrderHandler orders) {
            return route().GET("/orders", accept(JSON), orders::every).POST("/orders", orders::create).build();
        }

        RouterFunction<ServerResponse> older(OrderHandler orders) {
            return route(GET("/old").and(accept(JSON)), orders::every);
        }
    }
    """
    assert routes(handler, configuration) == [
        "GET /old OrderHandler.every",
        "GET /orders OrderHandler.every",
        "POST /orders OrderHandler.create",
    ]


def test_client_that_is_described_by_mappings_declares_no_routes() -> None:
    client = """
    import org.springframework.web.bind.annotation.*;

    @FeignClient("billing")
    interface Billing {
        @GetMapping("/bills")
        Object bills();
    }
    """
    assert routes(client) == []
