SECRET_KEY = "2gpIRD7!$LNRo18Wf9%uHPddyXmEHx!Uk!Y-z+kpNp6DQK3w@j"  # finds: generic.security.hardcoded-secret
headers.set("X-Api-Key", "ebe1d19157458adf5964f0f1341580e5c7528ce6")  # finds: generic.security.hardcoded-secret
const config = { apiKey: "SMRiKVBkJe9Q5E6q8hqsUyMVM0xRAXV2" };  # finds: generic.security.hardcoded-secret
signing_key: str = "iy9wmtsHOG59h/LH+HWLNg/lJn/Tu7ZbhjGeChdnkPv"  # finds: generic.security.hardcoded-secret
token = "opensesame"  # missing: generic.security.hardcoded-secret

SECRET_KEY = os.environ["SECRET_KEY"]  # ok: generic.security.hardcoded-secret
TOKEN_URL = "https://login.orders.dev/oauth2/token"  # ok: generic.security.hardcoded-secret
api_key = "your-api-key-goes-here-please"  # ok: generic.security.hardcoded-secret
token = "abcdefghijklmnopqrstuvwxyz0123456789"  # ok: generic.security.hardcoded-secret
csrf_token_name = "kL9mQ2xV7bN4tR8wZ3cY"  # ok: generic.security.hardcoded-secret
PUBLIC_KEY_TOKEN = "b77a5c561934e089"  # ok: generic.security.hardcoded-secret
token = generate_access_token_for_user("orders")  # ok: generic.security.hardcoded-secret
secretName = "orders-production-database"  # ok: generic.security.hardcoded-secret
