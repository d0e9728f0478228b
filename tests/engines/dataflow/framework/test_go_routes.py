"""Routes of Go's routers, as programs declare them, with what stands before each."""

from textwrap import dedent

from tests.engines.dataflow.framework.mapped import mapped


def routes(text: str, **more: str) -> list[str]:
    files = {f"{name.replace('__', '/')}.go": dedent(one) for name, one in more.items()}
    return mapped({"main.go": dedent(text), **files})


def test_patterns_of_net_http_name_method_and_parts() -> None:
    program = """
    package main
    import "net/http"
    func main() {
        mux := http.NewServeMux()
        mux.HandleFunc("GET /orders/{id}", show)
        mux.HandleFunc("POST example.org/orders", requireLogin(save))
        mux.Handle("/files/", http.StripPrefix("/files", http.FileServer(http.Dir("public"))))
        http.HandleFunc("/health", health)
        http.ListenAndServe(":8080", logged(mux))
    }
    func show(w http.ResponseWriter, r *http.Request) {}
    func save(w http.ResponseWriter, r *http.Request) {}
    func health(w http.ResponseWriter, r *http.Request) {}
    func logged(next http.Handler) http.Handler {
        return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
    }
    func requireLogin(next http.HandlerFunc) http.HandlerFunc {
        return func(w http.ResponseWriter, r *http.Request) {
            if r.Header.Get("Authorization") == "" {
                http.Error(w, "who are you", http.StatusUnauthorized)
                return
            }
            next(w, r)
        }
    }
    """
    assert routes(program) == [
        "* /files/ Dir",
        "* /health health",
        "POST /orders save authentication:requireLogin",
        "GET /orders/{id} show",
    ]


def test_middleware_around_the_whole_router_stands_before_every_route() -> None:
    program = """
    package main
    import "net/http"
    func main() {
        mux := http.NewServeMux()
        mux.HandleFunc("/a", a)
        server := http.Server{Handler: authenticate(csrf.Protect(key)(mux))}
        server.ListenAndServe()
    }
    func a(w http.ResponseWriter, r *http.Request) {}
    func authenticate(next http.Handler) http.Handler {
        return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
            if _, _, ok := r.BasicAuth(); !ok { w.WriteHeader(401); return }
            next.ServeHTTP(w, r)
        })
    }
    """
    assert routes(program) == ["* /a a csrf:csrf.Protect authentication:authenticate"]


def test_groups_of_gin_have_the_middleware_that_was_named_before_their_routes() -> None:
    program = """
    package main
    import (
        "github.com/gin-gonic/gin"
        "example.com/shop/orders"
    )
    func main() {
        r := gin.Default()
        r.POST("/login", login)
        api := r.Group("/api", middleware.JWT())
        {
            api.GET("/orders/:id", orders.Show)
            admin := api.Group("/admin")
            admin.Use(RequireAdmin)
            admin.DELETE("/orders/:id", orders.Remove)
        }
        orders.Register(r.Group("/shop"))
        r.Any("/ping", func(c *gin.Context) { c.String(200, "pong") })
    }
    func login(c *gin.Context) {}
    func RequireAdmin(c *gin.Context) {
        if c.GetString("role") != "admin" { c.AbortWithStatus(403); return }
        c.Next()
    }
    """
    orders = """
    package orders
    import "github.com/gin-gonic/gin"
    func Register(group *gin.RouterGroup) { group.Handle("PUT", "/orders", tollbooth.LimitHandler(lim), Save) }
    func Show(c *gin.Context) {}
    func Save(c *gin.Context) {}
    func Remove(c *gin.Context) {}
    """
    assert routes(program, orders__orders=orders) == [
        "DELETE /api/admin/orders/:id Remove authentication:middleware.JWT permission:RequireAdmin",
        "GET /api/orders/:id Show authentication:middleware.JWT",
        "POST /login login",
        "* /ping handler of /ping",
        "PUT /shop/orders Save rate-limit:tollbooth.LimitHandler",
    ]


def test_chi_routes_in_closures_and_mounts_other_routers() -> None:
    program = """
    package main
    import ("net/http"; "github.com/go-chi/chi/v5"; "github.com/go-chi/jwtauth/v5")
    type server struct { store *Store }
    func main() { http.ListenAndServe(":80", (&server{}).routes()) }
    func (s *server) routes() http.Handler {
        r := chi.NewRouter()
        r.Get("/", s.home)
        r.Group(func(r chi.Router) {
            r.Use(jwtauth.Verifier(tokens))
            r.Use(jwtauth.Authenticator(tokens))
            r.Route("/notes", func(r chi.Router) {
                r.With(httprate.LimitByIP(10, minute)).Post("/", s.save)
                r.Method(http.MethodPut, "/{id}", http.HandlerFunc(s.change))
            })
        })
        r.Mount("/admin", s.admin())
        return r
    }
    func (s *server) admin() http.Handler {
        r := chi.NewRouter()
        r.Use(AdminOnly)
        r.Get("/users", s.users)
        return r
    }
    func (s *server) home(w http.ResponseWriter, r *http.Request) {}
    func (s *server) save(w http.ResponseWriter, r *http.Request) {}
    func (s *server) change(w http.ResponseWriter, r *http.Request) {}
    func (s *server) users(w http.ResponseWriter, r *http.Request) {}
    """
    assert routes(program) == [
        "GET / server.home",
        "GET /admin/users server.users permission:AdminOnly",
        "POST /notes/ server.save authentication:jwtauth.Authenticator rate-limit:httprate.LimitByIP",
        "PUT /notes/{id} server.change authentication:jwtauth.Authenticator",
    ]


def test_gorilla_names_methods_behind_a_route_and_middleware_wherever_it_likes() -> None:
    program = """
    package main
    import ("net/http"; "github.com/gorilla/mux")
    type app struct { router *mux.Router }
    func main() {
        a := &app{router: mux.NewRouter()}
        a.declare()
        http.Handle("/", a.router)
    }
    func (a *app) declare() {
        a.router.HandleFunc("/orders/{id:[0-9]+}", a.show).Methods("GET", http.MethodHead).Name("order")
        api := a.router.PathPrefix("/api").Subrouter()
        api.Methods("POST").Path("/orders").HandlerFunc(a.save)
        api.Handle("/orders/{id}", alice.New(checkToken, limitRate).ThenFunc(a.remove)).Methods(http.MethodDelete)
        api.Use(checkUser)
    }
    func (a *app) show(w http.ResponseWriter, r *http.Request) {}
    func (a *app) save(w http.ResponseWriter, r *http.Request) {}
    func (a *app) remove(w http.ResponseWriter, r *http.Request) {
        session, _ := store.Get(r, "session")
        if session.Values["user"] == nil { http.Redirect(w, r, "/login", 302); return }
    }
    """
    assert routes(program) == [
        "POST /api/orders app.save authentication:checkUser",
        "DELETE /api/orders/{id} app.remove authentication:checkUser authentication:checkToken authentication:remove",
        "GET,HEAD /orders/{id:[0-9]+} app.show",
    ]


def test_echo_takes_middleware_behind_the_handler() -> None:
    program = """
    package main
    import ("github.com/labstack/echo/v4"; "github.com/labstack/echo/v4/middleware")
    func main() {
        e := echo.New()
        e.GET("/", home)
        admin := e.Group("/admin", middleware.BasicAuth(check))
        admin.POST("/users", save, middleware.Limiter(limits))
        e.Use(middleware.CSRF())
        e.Start(":80")
    }
    func home(c echo.Context) error { return nil }
    func save(c echo.Context) error { return nil }
    """
    assert routes(program) == [
        "GET / home csrf:middleware.CSRF",
        "POST /admin/users save csrf:middleware.CSRF authentication:middleware.BasicAuth rate-limit:middleware.Limiter",
    ]


def test_fiber_routes_and_groups() -> None:
    program = """
    package main
    import ("github.com/gofiber/fiber/v2"; jwtware "github.com/gofiber/contrib/jwt")
    func main() {
        app := fiber.New()
        app.Get("/", home)
        app.Use(jwtware.New(settings))
        v1 := app.Group("/v1")
        v1.Post("/orders", limiter.New(), save)
        app.Mount("/shop", shop())
    }
    func shop() *fiber.App {
        app := fiber.New()
        app.All("/x", home)
        return app
    }
    func home(c *fiber.Ctx) error { return nil }
    func save(c *fiber.Ctx) error { return nil }
    """
    assert routes(program) == [
        "GET / home",
        "* /shop/x home authentication:jwtware.New",
        "POST /v1/orders save authentication:jwtware.New rate-limit:limiter.New",
    ]


def test_function_that_nobody_calls_declares_routes_of_an_unknown_place() -> None:
    program = """
    package routes
    import "github.com/gin-gonic/gin"
    const base = "/v2"
    func Register(r gin.IRouter) { r.GET(base + "/orders", list) }
    func list(c *gin.Context) {}
    """
    assert routes(program) == ["GET /v2/orders list"]


def test_client_and_test_are_no_routes() -> None:
    program = """
    package main
    import ("net/http"; "github.com/gin-gonic/gin")
    func main() {
        http.Get("https://example.org/a")
        client := &http.Client{}
        client.Get("/b")
        cache.Delete("/c", true)
    }
    """
    test = 'package a\nimport "net/http"\nfunc init() { http.HandleFunc("/a", b) }'
    assert routes(program, tests__a=test, a_test=test) == []
