def describe(user, count, path):
    first = "%s has %d files" % (user.name,)  # finds: python.bug.format-arguments-mismatch
    second = "{} of {} in {path}".format(count, user.name)  # finds: python.bug.format-arguments-mismatch
    third = "%(name)s in %(path)s" % {"name": user.name}  # finds: python.bug.format-arguments-mismatch
    fourth = "%d files" % "many"  # missing: python.bug.format-arguments-mismatch
    fifth = "100%" % user  # finds: python.bug.format-arguments-mismatch
    return first, second, third, fourth, fifth


def describe_well(user, count, path, row):
    first = "%s has %d files (100%%)" % (user.name, count)  # ok: python.bug.format-arguments-mismatch
    second = "{} of {} in {path}".format(count, user.name, path=path)  # ok: python.bug.format-arguments-mismatch
    third = "%(name)s in %(path)s" % {"name": user.name, "path": path}  # ok: python.bug.format-arguments-mismatch
    fourth = "%s and %s" % row  # ok: python.bug.format-arguments-mismatch
    fifth = "{0}{0}".format(path)  # ok: python.bug.format-arguments-mismatch
    return first, second, third, fourth, fifth
