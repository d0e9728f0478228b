import asyncio
import os
import shlex
import subprocess

BACKUP = "/var/backups"


def unpack(request):
    name = request.args["name"]
    subprocess.run(f"tar xf {name}", shell=True, check=True)  # finds: python.security.command-through-shell
    subprocess.check_output("ls -l " + name, shell=True)  # finds: python.security.command-through-shell
    os.system("rm -rf %s" % name)  # finds: python.security.command-through-shell
    return os.popen("file " + name).read()  # finds: python.security.command-through-shell


def through_a_variable(name):
    command = f"tar xf {name}"
    subprocess.run(command, shell=True, check=True)  # finds: python.security.command-through-shell


async def ping(host):
    return await asyncio.create_subprocess_shell(f"ping -c 1 {host}")  # finds: python.security.command-through-shell


def remote(ssh_client, service):
    ssh_client.exec_command("systemctl restart {}".format(service))  # finds: python.security.command-through-shell


def listing():
    subprocess.run("ls | wc -l", shell=True, check=True)  # ok: python.security.command-through-shell
    os.system(f"df -h {BACKUP}")  # ok: python.security.command-through-shell
    os.system("clear")  # ok: python.security.command-through-shell


def argument_list(name):
    subprocess.run(["tar", "xf", name], check=True)  # ok: python.security.command-through-shell


def quoted(name):
    subprocess.run(f"ls {shlex.quote(name)}", shell=True, check=True)  # ok: python.security.command-through-shell
    line = "ls " + shlex.quote(name)
    os.system(line)  # ok: python.security.command-through-shell


def parameter(command):
    subprocess.run(command, shell=True, check=True)  # missing: python.security.command-through-shell


def quoted_before(name):
    name = shlex.quote(name)
    os.system(f"ls {name}")  # spurious: python.security.command-through-shell
