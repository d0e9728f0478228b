BOT = "7813597437:AA" + "tfmi9cnflH_SzCUXp4WSKzrjrSEeVQg-g"  # finds: generic.security.telegram-bot-token
notify.bot = "759544943:AA" + "3X_CdmI1eCWNRW3uTHUx3wtr-uWHhk1Kf"  # finds: generic.security.telegram-bot-token

BOT = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # ok: generic.security.telegram-bot-token
DIGEST = "12345678:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # ok: generic.security.telegram-bot-token
TIME = "12:AAM"  # ok: generic.security.telegram-bot-token
