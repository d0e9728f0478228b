import ast
import json
import sys


def total(price, count):
    return eval(f"{price} * {count}")  # finds: python.security.eval-of-built-string


def calculator():
    expression = input("expression: ")
    print(eval(expression))  # finds: python.security.eval-of-built-string


def plugin(connection):
    exec(connection.recv(4096))  # finds: python.security.eval-of-built-string


def setting(name, value):
    exec("settings." + name + " = " + value)  # finds: python.security.eval-of-built-string


def main():
    print(eval(sys.argv[1]))  # finds: python.security.eval-of-built-string


def literal():
    return eval("1 + 1")  # ok: python.security.eval-of-built-string


def parsed(text):
    return ast.literal_eval(text) or json.loads(text)  # ok: python.security.eval-of-built-string


def query(frame, column):
    return frame.eval(f"{column} > 3")  # ok: python.security.eval-of-built-string


def method(model):
    model.eval()  # ok: python.security.eval-of-built-string
    return compile("x + 1", "<rule>", "eval")


def parameter(code):
    return eval(code)  # missing: python.security.eval-of-built-string
