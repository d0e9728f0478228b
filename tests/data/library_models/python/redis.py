import redis
from flask import Flask, request
from neo4j import GraphDatabase

app = Flask(__name__)
store = redis.Redis(host="example.org")
driver = GraphDatabase.driver("neo4j://example.org")


@app.route("/")
def index():
    name = request.args["name"]
    store.eval("return redis.call('get', '" + name + "')", 0)  # finds: request > code
    store.eval("return redis.call('get', KEYS[1])", 1, name)  # ok
    store.set("name", name)  # finds: request > store
    store.set("name", "fixed")  # ok
    with driver.session() as session:
        session.run("MATCH (n {name: '" + name + "'}) RETURN n")  # finds: request > nosql
        session.run("MATCH (n {name: $name}) RETURN n", name=name)  # ok
    return store.get("name")  # finds: database > html
