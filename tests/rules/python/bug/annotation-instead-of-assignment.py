class Server:
    port: int  # ok: python.bug.annotation-instead-of-assignment

    def __init__(self, config):
        self.size: int = 3  # ok: python.bug.annotation-instead-of-assignment
        config["port"]: 8080  # finds: python.bug.annotation-instead-of-assignment
        config.host: "localhost"  # finds: python.bug.annotation-instead-of-assignment
        limit: int = config["limit"]  # ok: python.bug.annotation-instead-of-assignment
        self.limit = limit
