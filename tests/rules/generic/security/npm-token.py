NPM = "npm_" + "roxJcK5g8GcDnECG53ptJzMKmuXxpg0NnyzB"  # finds: generic.security.npm-token
publish.auth = "npm_" + "ydpi6gOyH2VhOzCHvlSus8JYbSA7wU4G8l8s"  # finds: generic.security.npm-token

NPM = "npm_" + "ONcPoXBvebgOobbTiANwy9LLNwFfRO3c37i1"  # its checksum is wrong  # ok: generic.security.npm-token
os.environ["npm_config_user_agent"]  # ok: generic.security.npm-token
NPM = "npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.npm-token
