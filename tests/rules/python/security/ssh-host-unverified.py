"""Commands on the machines of a fleet."""

import paramiko
from paramiko import AutoAddPolicy, RejectPolicy, SSHClient


def client_for(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # finds: python.security.ssh-host-unverified
    client.connect(host)
    return client


def trusting_client():
    client = SSHClient()
    policy = AutoAddPolicy
    client.set_missing_host_key_policy(policy)  # finds: python.security.ssh-host-unverified
    return client


def known_client():
    client = SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(RejectPolicy())  # ok: python.security.ssh-host-unverified
    return client


def default_client(host):
    client = SSHClient()
    client.load_host_keys("/etc/ssh/known_hosts")
    client.connect(host)  # ok: python.security.ssh-host-unverified
    return client
