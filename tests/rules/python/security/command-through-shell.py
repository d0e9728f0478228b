import os
import shlex
import subprocess


def unpack(request):
    name = request.args["name"]
    subprocess.run(f"tar xf {name}", shell=True, check=True)  # finds: python.security.command-through-shell
    subprocess.check_output("ls -l " + name, shell=True)  # finds: python.security.command-through-shell
    os.system("rm -rf %s" % name)  # finds: python.security.command-through-shell


def listing():
    subprocess.run("ls | wc -l", shell=True, check=True)  # ok: python.security.command-through-shell
    os.system("clear")  # ok: python.security.command-through-shell


def argument_list(name):
    subprocess.run(["tar", "xf", name], check=True)  # ok: python.security.command-through-shell


def through_a_variable(name):
    command = f"tar xf {name}"
    subprocess.run(command, shell=True, check=True)  # missing: python.security.command-through-shell


def quoted(name):
    subprocess.run(f"ls {shlex.quote(name)}", shell=True, check=True)  # spurious: python.security.command-through-shell
