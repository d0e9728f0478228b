import subprocess
import sys


def listing(folder):
    subprocess.run(["ls", "-l", folder], shell=True, check=True)  # finds: python.bug.shell-with-list
    return subprocess.check_output(["git", "log"], shell=True)  # finds: python.bug.shell-with-list


def careful(folder):
    subprocess.run(["ls", "-l", folder], check=True)  # ok: python.bug.shell-with-list
    subprocess.run("ls | wc -l", shell=True, check=True)  # ok: python.bug.shell-with-list
    subprocess.run(["ls | wc -l"], shell=True, check=True)  # ok: python.bug.shell-with-list
    return subprocess.run(["ls", folder], shell=sys.platform == "win32", check=True)  # ok: python.bug.shell-with-list


def named(folder):
    command = ["ls", "-l", folder]
    subprocess.run(command, shell=True, check=True)  # missing: python.bug.shell-with-list
