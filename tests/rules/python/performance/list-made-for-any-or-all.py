def ready(jobs, flags):
    one = all([job.is_done() for job in jobs])  # finds: python.performance.list-made-for-any-or-all
    two = any([flag in job.flags for job in jobs for flag in flags])  # finds: python.performance.list-made-for-any-or-all
    three = all(job.is_done() for job in jobs)  # ok: python.performance.list-made-for-any-or-all
    four = any([jobs, flags])  # ok: python.performance.list-made-for-any-or-all
    five = sum([job.size for job in jobs])  # ok: python.performance.list-made-for-any-or-all
    return one, two, three, four, five
