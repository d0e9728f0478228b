import httpx
import requests


def fetch(url):
    requests.post(url, json={"state": "done"})  # finds: python.bug.request-without-timeout
    return requests.get(url).text  # finds: python.bug.request-without-timeout


def careful(url, options):
    requests.get(url, timeout=10)  # ok: python.bug.request-without-timeout
    requests.get(url, **options)  # ok: python.bug.request-without-timeout
    httpx.get(url)  # ok: python.bug.request-without-timeout
    return cache.requests.get(url)  # ok: python.bug.request-without-timeout


def by_session(url):
    with requests.Session() as session:
        return session.get(url)  # missing: python.bug.request-without-timeout
