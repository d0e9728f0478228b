import ssl

import aiohttp
import httpx
import requests
import urllib3


def fetch(url, settings):
    requests.get(url, timeout=5, verify=False)  # finds: python.security.tls-verification-off
    with httpx.Client(verify=False) as client:  # finds: python.security.tls-verification-off
        client.get(url)
    session = requests.Session()
    session.verify = False  # finds: python.security.tls-verification-off
    return session.get(url, verify=settings.ca)  # ok: python.security.tls-verification-off


async def fetch_async(url):
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)) as session:  # finds: python.security.tls-verification-off
        return await session.get(url)


def context():
    loose = ssl.create_default_context()
    loose.check_hostname = False
    loose.verify_mode = ssl.CERT_NONE  # finds: python.security.tls-verification-off
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # finds: python.security.tls-verification-off
    return loose


def asked_for(context, verify_hostname):
    if not verify_hostname:
        context.check_hostname = False  # ok: python.security.tls-verification-off
    return context


def no_names():
    named = ssl.create_default_context()
    named.check_hostname = False  # finds: python.security.tls-verification-off
    return named


ssl._create_default_https_context = ssl._create_unverified_context  # finds: python.security.tls-verification-off


def strict(url, token):
    requests.get(url, timeout=5, verify=True)  # ok: python.security.tls-verification-off
    strict = ssl.create_default_context(cafile="ca.pem")
    strict.verify_mode = ssl.CERT_REQUIRED  # ok: python.security.tls-verification-off
    jwt_decode(token, verify=False)  # ok: python.security.tls-verification-off
    image.verify = False  # ok: python.security.tls-verification-off
    return strict


def configured(url, verify):
    return requests.get(url, verify=verify, timeout=5)  # ok: python.security.tls-verification-off


def from_settings(url):
    options = {"verify": False}
    return requests.get(url, timeout=5, **options)  # missing: python.security.tls-verification-off
