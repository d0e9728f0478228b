requests.get(url, auth=("orders", "OZH9DM8Lt70gXRck"))  # finds: generic.security.login-in-code
requests.post(
    url,
    auth=HTTPBasicAuth(
        "orders",
        "grebe_44_Lantern",  # finds: generic.security.login-in-code
    ),
)
requests.get(url, auth=("orders", os.environ["ORDERS_PASSWORD"]))  # ok: generic.security.login-in-code
requests.get(url, auth=("user", "pass"))  # ok: generic.security.login-in-code
requests.get("https://api.example.com/", auth=("orders", "q3Lantern91"))  # ok: generic.security.login-in-code
configure(auth=("basic", "digest-sha256"))  # spurious: generic.security.login-in-code
