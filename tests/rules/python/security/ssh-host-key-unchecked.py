import subprocess

import asyncssh
import paramiko


def deploy(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # finds: python.security.ssh-host-key-unchecked
    client.connect(host)
    other = paramiko.SSHClient()
    other.set_missing_host_key_policy(paramiko.WarningPolicy)  # finds: python.security.ssh-host-key-unchecked
    subprocess.run(["ssh", "-o", "StrictHostKeyChecking=no", host, "uptime"], check=True)  # finds: python.security.ssh-host-key-unchecked


async def connect(host):
    return await asyncssh.connect(host, known_hosts=None)  # finds: python.security.ssh-host-key-unchecked


def strict(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(paramiko.RejectPolicy())  # ok: python.security.ssh-host-key-unchecked
    subprocess.run(["ssh", "-o", "StrictHostKeyChecking=yes", host, "uptime"], check=True)  # ok: python.security.ssh-host-key-unchecked
    return client


async def known(host):
    return await asyncssh.connect(host, known_hosts="known_hosts")  # ok: python.security.ssh-host-key-unchecked


def by_variable(client):
    policy = paramiko.AutoAddPolicy()
    client.set_missing_host_key_policy(policy)  # missing: python.security.ssh-host-key-unchecked
