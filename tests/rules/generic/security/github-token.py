GITHUB = "ghp_" + "8ff0cA0bXN44oXZqXFsBc5KqWaSOaq3QVIv2"  # finds: generic.security.github-token
deploy.auth = "github_pat_" + "rBEuwejo2f5jUw6MD2lznE_Ixy2WSsYOCHQh96bnydwbo0Tq11JWqNJDqBvKDJYrz6PCbXaXZRfW5AoD9F"  # finds: generic.security.github-token
installation = "ghs_" + "rwIkJ7CWgP8KRlpa9iXLffu8LDeMvk0mEfHn"  # finds: generic.security.github-token

GITHUB = "ghp_" + "S2ztgjicSJaZSz3IQHEWCEpCzrichticUCBl"  # its checksum is wrong  # ok: generic.security.github-token
GITHUB = "ghp_" + "x" * 36  # ok: generic.security.github-token
PATTERN = "ghp_[A-Za-z0-9]{36}"  # ok: generic.security.github-token
