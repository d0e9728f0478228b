from gettext import gettext as _
from gettext import ngettext


def greet(name, count):
    one = _(f"Hello, {name}")  # finds: python.bug.formatted-text-translated
    two = _("Hello, {}".format(name))  # finds: python.bug.formatted-text-translated
    three = _("Hello, %s" % name)  # finds: python.bug.formatted-text-translated
    four = _("Hello, %s") % name  # ok: python.bug.formatted-text-translated
    five = _("Hello, {name}").format(name=name)  # ok: python.bug.formatted-text-translated
    six = ngettext("%d file", "%d files", count) % count  # ok: python.bug.formatted-text-translated
    return one, two, three, four, five, six
