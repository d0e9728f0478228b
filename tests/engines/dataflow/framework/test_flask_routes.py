"""The map of Flask applications."""

from tests.engines.dataflow.framework.mapped import mapped


def test_route_has_path_methods_and_name() -> None:
    assert mapped(
        """
        from flask import Flask
        app = Flask(__name__)

        @app.route("/", methods=["GET", "POST"])
        def home(): ...

        @app.delete("/items/<int:number>")
        def drop(number): ...
        """
    ) == ["GET,POST / home", "DELETE /items/<int:number> drop"]


def test_blueprint_is_found_where_it_is_mounted_in_another_module() -> None:
    assert mapped(
        {
            "shop/orders.py": """
                from flask import Blueprint
                bp = Blueprint("orders", __name__, url_prefix="/orders")

                @bp.get("/<int:number>")
                def one(number): ...
            """,
            "shop/app.py": """
                from flask import Flask
                from shop.orders import bp

                def create_app():
                    app = Flask(__name__)
                    app.register_blueprint(bp, url_prefix="/v2/orders")
                    return app
            """,
        }
    ) == ["GET /v2/orders/<int:number> one"]


def test_library_decorator_is_a_protection() -> None:
    assert mapped(
        """
        from flask import Flask
        from flask_login import login_required
        app = Flask(__name__)

        @app.get("/me")
        @login_required
        def me(): ...
        """
    ) == ["GET /me me authentication:login_required"]


def test_own_decorator_protects_by_what_it_does_not_by_its_name() -> None:
    assert mapped(
        """
        from functools import wraps
        from flask import Flask, abort, session
        app = Flask(__name__)

        def members(view):
            @wraps(view)
            def inside(*args, **kwargs):
                if "user_id" not in session:
                    abort(401)
                return view(*args, **kwargs)
            return inside

        def timed(view):
            @wraps(view)
            def inside(*args, **kwargs):
                return view(*args, **kwargs)
            return inside

        @app.get("/a")
        @members
        def a(): ...

        @app.get("/b")
        @timed
        def b(): ...
        """
    ) == ["GET /a a authentication:members", "GET /b b"]


def test_hook_of_a_blueprint_protects_its_routes_only() -> None:
    assert mapped(
        """
        from flask import Blueprint, Flask, abort, g
        app = Flask(__name__)
        inner = Blueprint("inner", __name__)
        app.register_blueprint(inner, url_prefix="/inner")

        @inner.before_request
        def known():
            if g.user is None:
                abort(401)

        @inner.get("/a")
        def a(): ...

        @app.get("/b")
        def b(): ...
        """
    ) == ["GET /b b", "GET /inner/a a authentication:known"]


def test_check_in_the_body_is_a_protection() -> None:
    assert mapped(
        """
        from flask import Flask, redirect
        from flask_login import current_user
        app = Flask(__name__)

        @app.get("/a")
        def a():
            if not current_user.is_authenticated:
                return redirect("/login")
            return "a"
        """
    ) == ["GET /a a authentication:current_user.is_authenticated"]


def test_restful_resource_is_a_route_for_each_of_its_methods() -> None:
    assert mapped(
        """
        from flask import Flask
        from flask_restful import Api, Resource
        app = Flask(__name__)
        api = Api(app)

        class Order(Resource):
            def get(self, number): ...
            def delete(self, number): ...

        api.add_resource(Order, "/orders/<int:number>")
        """
    ) == ["DELETE /orders/<int:number> Order.delete", "GET /orders/<int:number> Order.get"]
