import hmac

from django.core.exceptions import PermissionDenied


def delete(request, order):
    assert request.user.is_staff  # finds: python.security.assert-guards-access
    assert current_user.has_perm("shop.delete_order"), "not allowed"  # finds: python.security.assert-guards-access
    order.delete()


def receive(body, signature, key):
    assert hmac.compare_digest(sign(body, key), signature)  # finds: python.security.assert-guards-access
    return body


def careful(request, order):
    if not request.user.is_staff:  # ok: python.security.assert-guards-access
        raise PermissionDenied
    assert order.total >= 0  # ok: python.security.assert-guards-access
    assert isinstance(request.user, User)  # ok: python.security.assert-guards-access
    assert request.user.is_authenticated  # missing: python.security.assert-guards-access


def named(request):
    allowed = request.user.is_staff
    assert allowed  # missing: python.security.assert-guards-access
