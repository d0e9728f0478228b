headers = {"Authorization": "Bearer Vd0kQ7rLm2ZtB9xWc4HsYp8JnGf3"}  # finds: generic.security.authorization-header
session.headers["Authorization"] = "Token 7b1fe05c93a84d62be1f7a90c35d48e216fa07bd"  # finds: generic.security.authorization-header
request.add_header("Authorization", "Basic " + "b3JkZXJzOnEzTGFudGVybjkx")  # missing: generic.security.authorization-header
request.add_header("Authorization: Basic b3JkZXJzOnEzTGFudGVybjkx")  # finds: generic.security.authorization-header
os.system("curl -H 'Authorization: Bearer Rk29xLqVb7TzMw3JhCyD8sNf' https://orders.dev/api")  # finds: generic.security.authorization-header

headers = {"Authorization": f"Bearer {os.environ['API_TOKEN']}"}  # ok: generic.security.authorization-header
headers = {"Authorization": "Bearer <your-access-token-goes-here>"}  # ok: generic.security.authorization-header
headers = {"Authorization": "Basic dXNlcjpwYXNzd29yZA=="}  # ok: generic.security.authorization-header
"""The Bearer authentication-and-authorization-middleware reads it."""  # ok: generic.security.authorization-header
challenge = 'Bearer realm="orders", error="invalid_token"'  # ok: generic.security.authorization-header
