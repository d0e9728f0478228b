def show(users, log):
    for _, user in users.items():  # finds: python.performance.items-for-one-half
        log(user)
    for name, _ in users.items():  # finds: python.performance.items-for-one-half
        log(name)
    for name, user in users.items():  # ok: python.performance.items-for-one-half
        log(name, user)
    for user in users.values():  # ok: python.performance.items-for-one-half
        log(user)
