DEPLOY = "HRKU-" + "AA2pV3hi9QDv3GMerm3PXYeci87dsoIzxYC-7xY92zSiBIyOTwKbEH5dr-iO"  # finds: generic.security.heroku-key
dyno.token = "HRKU-" + "7f31867e-7abd-1748-41a5-92aff59f61b6"  # finds: generic.security.heroku-key

DEPLOY = "HRKU-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.heroku-key
HEROKU_API_KEY = os.environ["HEROKU_API_KEY"]  # ok: generic.security.heroku-key
heroku_app_id = "58f189ab-f596-9061-aba9-53ac25fe1f5f"  # ok: generic.security.heroku-key
