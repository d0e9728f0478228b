CLIENT = "GOCSPX-" + "RdggoRZwkKkonvMCr4U8ArdLC3nt"  # finds: generic.security.google-oauth-client-secret
offline = "1//0" + "EBgSvNPeFAIhxZrk6XNUlsgAUhPbNdzaL6mE6qsMgnRvZXtOZgk5j5K4K8kcApeR0bOfDL0YzoTHmzu81iTx7BuLIn"  # finds: generic.security.google-oauth-client-secret

CLIENT = "GOCSPX-your-client-secret-here"  # ok: generic.security.google-oauth-client-secret
CLIENT = "GOCSPX-" + os.environ["CLIENT"]  # ok: generic.security.google-oauth-client-secret
ADDRESS = "http://10.0.0.1//0/index-of-the-archive-with-many-words"  # ok: generic.security.google-oauth-client-secret
