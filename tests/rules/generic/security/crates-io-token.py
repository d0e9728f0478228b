CARGO = "cio" + "OknSXfKUcJZAZdcz3sB64fhHJMWurxoa"  # finds: generic.security.crates-io-token
publish.token = "cio" + "kFE9osAFnxbk3k6bQcf9uQUWktRfxFcQ"  # finds: generic.security.crates-io-token

NAME = "cioAuthenticationProviderForTheUsers"  # ok: generic.security.crates-io-token
CARGO = "cioxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.crates-io-token
