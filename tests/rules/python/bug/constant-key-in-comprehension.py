def index(users, key, today):
    one = {"name": user for user in users}  # finds: python.bug.constant-key-in-comprehension
    two = {key: user.name for user in users}  # finds: python.bug.constant-key-in-comprehension
    three = {user.name: user for user in users}  # ok: python.bug.constant-key-in-comprehension
    four = {user: today for user in users}  # ok: python.bug.constant-key-in-comprehension
    five = {f"{key}-{user}": 1 for user in users}  # ok: python.bug.constant-key-in-comprehension
    return one, two, three, four, five
