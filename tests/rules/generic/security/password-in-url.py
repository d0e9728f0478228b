INDEX = "https://builder:5iUxMjzmRZdSomSC@packages.orders.dev/simple"  # finds: generic.security.password-in-url
MIRROR = "ftp://mirror:etnYd76egq@files.orders.dev/pub"  # finds: generic.security.password-in-url

INDEX = "https://user:password@example.com/simple"  # ok: generic.security.password-in-url
INDEX = f"https://{user}:{token}@packages.orders.dev/simple"  # ok: generic.security.password-in-url
PROXY = "http://username:secret@proxy.example.com:8080"  # ok: generic.security.password-in-url
PROFILE = "https://medium.com/@author:latest"  # ok: generic.security.password-in-url
