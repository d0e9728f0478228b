airtable = "pat" + "NqVwYS81VP7Hb1.e7153bf7c3706d85c524e440066559a6656c90bd5482a90a29b9fa5ff5180bc0"  # finds: generic.security.airtable-token
shop.airtable = "pat" + "JYAxyL1aCcTlN9.637ebb8e3b91d26ab4a829a95249f512c17b8ed411fa644d35db41d94e5efaf8"  # finds: generic.security.airtable-token

path = "patternMatching.py"  # ok: generic.security.airtable-token
SERVICE = "patxxxxxxxxxxxxxx.0000000000000000000000000000000000000000000000000000000000000000"  # ok: generic.security.airtable-token
