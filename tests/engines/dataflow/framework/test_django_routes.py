"""The map of Django projects and of what stands on Django REST framework."""

from tests.engines.dataflow.framework.mapped import mapped


def test_patterns_are_read_with_what_they_include() -> None:
    assert mapped(
        {
            "site/urls.py": """
                from django.urls import include, path
                urlpatterns = [path("shop/", include("shop.urls"))]
            """,
            "shop/urls.py": """
                from django.urls import path, re_path
                from . import views
                urlpatterns = [path("", views.home)]
                urlpatterns += [re_path(r"^orders/(?P<number>\\\\d+)$", views.order)]
            """,
            "shop/views.py": """
                def home(request): ...

                def order(request, number): ...
            """,
        }
    ) == ["* /shop/ home", "* /shop/orders/(?P<number>\\\\d+) order"]


def test_view_keeps_its_name_under_a_decorator_of_the_program() -> None:
    assert mapped(
        """
        from functools import wraps
        from django.shortcuts import redirect
        from django.urls import path

        def members(view):
            @wraps(view)
            def inside(request, *args):
                if not request.user.is_authenticated:
                    return redirect("login")
                return view(request, *args)
            return inside

        @members
        def secret(request): ...

        urlpatterns = [path("secret/", secret)]
        """
    ) == ["* /secret/ secret authentication:members"]


def test_wrapper_in_the_patterns_protects() -> None:
    assert mapped(
        """
        from django.contrib.auth.decorators import login_required
        from django.urls import path

        def secret(request): ...

        urlpatterns = [path("secret/", login_required(secret))]
        """
    ) == ["* /secret/ secret authentication:login_required"]


def test_class_is_a_route_for_each_method_with_the_protections_of_mixin_and_decorator() -> None:
    assert mapped(
        """
        from django.contrib.auth.mixins import LoginRequiredMixin
        from django.urls import path
        from django.utils.decorators import method_decorator
        from django.views import View
        from django.views.decorators.csrf import csrf_exempt

        @method_decorator(csrf_exempt, name="dispatch")
        class Order(LoginRequiredMixin, View):
            def get(self, request): ...
            def post(self, request): ...

        urlpatterns = [path("order/", Order.as_view())]
        """
    ) == [
        f"{method} /order/ Order.{name} csrf-exempt:csrf_exempt "
        "authentication:django.contrib.auth.mixins.LoginRequiredMixin"
        for method, name in (("GET", "get"), ("POST", "post"))
    ]


def test_middleware_of_the_settings_stands_before_every_view_of_the_project() -> None:
    assert mapped(
        {
            "site/settings.py": """
                INSTALLED_APPS = ["shop"]
                MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware", "shop.middleware.Members"]
            """,
            "shop/middleware.py": """
                from django.http import HttpResponseForbidden

                class Members:
                    def __call__(self, request):
                        if not request.user.is_authenticated:
                            return HttpResponseForbidden()
                        return self.get_response(request)
            """,
            "shop/urls.py": """
                from django.urls import path

                def home(request): ...

                urlpatterns = [path("", home)]
            """,
        }
    ) == ["* / home csrf:CsrfViewMiddleware authentication:Members"]


def test_view_set_of_a_router_has_the_permissions_of_the_settings_unless_it_decides_itself() -> None:
    settings = """
        REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
    """
    program = """
        from django.urls import include, path
        from rest_framework import routers, viewsets
        from rest_framework.permissions import AllowAny

        class Orders(viewsets.ReadOnlyModelViewSet): ...

        class News(viewsets.ReadOnlyModelViewSet):
            permission_classes = [AllowAny]

        router = routers.DefaultRouter()
        router.register("orders", Orders)
        router.register("news", News)
        urlpatterns = [path("api/", include(router.urls))]
    """
    assert mapped({"site/settings.py": settings, "site/urls.py": program}) == [
        "GET /api/news/ News open:AllowAny",
        "GET /api/orders/ Orders authentication:rest_framework.permissions.IsAuthenticated",
    ]
