POSTMAN = "PMAK-" + "a10ca71f22b4248e132e03dd-ea41aca0d6fc35e85001d4e2bd4048624e"  # finds: generic.security.postman-key
collection.key = "PMAK-" + "2211fa151471ce74166262fc-4be79e04cfcafb404810b83b05d5085c7f"  # finds: generic.security.postman-key

POSTMAN = "PMAK-000000000000000000000000-0000000000000000000000000000000000"  # ok: generic.security.postman-key
POSTMAN = "PMAK-your-key"  # ok: generic.security.postman-key
