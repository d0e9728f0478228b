"""The map of FastAPI, aiohttp and Tornado applications."""

from tests.engines.dataflow.framework.mapped import mapped


def test_router_has_its_prefix_and_the_dependencies_of_where_it_is_included() -> None:
    assert mapped(
        {
            "shop/orders.py": """
                from fastapi import APIRouter
                router = APIRouter(prefix="/orders")

                @router.get("/{number}")
                def order(number: int): ...
            """,
            "shop/access.py": """
                from fastapi import Header, HTTPException

                def known(authorization: str = Header()):
                    if not check_token(authorization):
                        raise HTTPException(status_code=401)
            """,
            "shop/main.py": """
                from fastapi import Depends, FastAPI
                from shop import orders
                from shop.access import known
                app = FastAPI()
                app.include_router(orders.router, prefix="/v1", dependencies=[Depends(known)])
            """,
        }
    ) == ["GET /v1/orders/{number} order authentication:known"]


def test_declared_type_with_a_dependency_protects() -> None:
    assert mapped(
        """
        from typing import Annotated
        from fastapi import Depends, FastAPI
        from fastapi.security import OAuth2PasswordBearer
        app = FastAPI()
        scheme = OAuth2PasswordBearer(tokenUrl="token")
        Token = Annotated[str, Depends(scheme)]

        @app.get("/me")
        def me(token: Token): ...

        @app.get("/news")
        def news(db: Annotated[object, Depends(open)]): ...
        """
    ) == ["GET /me me authentication:scheme", "GET /news news"]


def test_handler_of_aiohttp_is_found_through_its_decorator() -> None:
    assert mapped(
        """
        from aiohttp import web
        from aiohttp_session import get_session

        async def orders(request): ...

        async def logout(request):
            session = await get_session(request)
            if session.get("user_id") is None:
                raise web.HTTPUnauthorized()

        def setup(app: web.Application):
            app.router.add_route("POST", "/orders", orders)
            app.router.add_get("/logout", logout)
        """
    ) == ["GET /logout logout authentication:session['user_id']", "POST /orders orders"]


def test_middleware_counts_only_where_it_is_installed() -> None:
    program = """
        from aiohttp import web

        @web.middleware
        async def known(request, handler):
            if request.headers.get("Authorization") is None:
                raise web.HTTPUnauthorized()
            return await handler(request)

        async def home(request): ...

        app = web.Application(middlewares=[{}])
        app.router.add_get("/", home)
    """
    assert mapped(program.replace("{}", "")) == ["GET / home"]
    assert mapped(program.replace("{}", "known")) == ["GET / home authentication:known"]


def test_table_of_tornado_names_its_handlers() -> None:
    assert mapped(
        """
        import tornado.web

        class Order(tornado.web.RequestHandler):
            @tornado.web.authenticated
            def get(self, number): ...

        app = tornado.web.Application([(r"/orders/(.*)", Order)])
        """
    ) == ["GET /orders/(.*) Order.get authentication:tornado.web.authenticated"]
