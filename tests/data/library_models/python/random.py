import random
import secrets
import uuid


def make():
    token = random.random()  # finds: weak-random > token
    token = str(random.randint(0, 10))  # finds: weak-random > token
    token = str(uuid.uuid1())  # finds: weak-random > token
    token = random.SystemRandom().randint(0, 10)  # ok
    token = secrets.token_hex()  # ok
    token = uuid.uuid4().hex  # ok
    token = random.Random(1).choice("abc")  # finds: weak-random > token
    colour = random.choice(["red", "green"])  # ok
    return token, colour
