def report(job, error, host):
    one = "{} failed".format(job, error)  # finds: python.bug.unused-format-argument
    two = "{job} failed on {host}".format(job=job, hots=host, host=host)  # finds: python.bug.unused-format-argument
    three = "%(job)s failed" % {"job": job, "host": host}  # finds: python.bug.unused-format-argument
    return one, two, three


def report_well(job, error, host, **more):
    one = "{} failed: {}".format(job, error)  # ok: python.bug.unused-format-argument
    two = "{job} failed on {host}".format(job=job, host=host, **more)  # ok: python.bug.unused-format-argument
    three = "{0.name} failed {1!r}".format(job, error)  # ok: python.bug.unused-format-argument
    return one, two, three
