"""Clients of services inside and outside of the house."""

import ssl

import httpx
import requests

VERIFY = False
AUTHORITY = "/etc/ssl/own-ca.pem"


def rates():
    return requests.get("https://rates.example.org/today", verify=VERIFY, timeout=5).json()  # finds: python.security.tls-not-verified


def post(address, body, check=False):
    return requests.post(address, json=body, timeout=5, verify=check)


def stock():
    with httpx.Client(verify=False) as client:  # finds: python.security.tls-not-verified
        return client.get("https://stock.example.org/").json()


def context():
    made = ssl._create_unverified_context()  # finds: python.security.tls-not-verified
    return made


def rates_of_own_authority():
    return requests.get("https://rates.example.org/today", verify=AUTHORITY, timeout=5).json()  # ok: python.security.tls-not-verified


def rates_checked():
    return requests.get("https://rates.example.org/today", timeout=5).json()  # ok: python.security.tls-not-verified


def default_context():
    return ssl.create_default_context()  # ok: python.security.tls-not-verified
