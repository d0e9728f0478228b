BOT = "xoxb-" + "924521953332-2729546461721-JTCXoLjf0E4P6nZW2Cq2wYIY"  # finds: generic.security.slack-token
app.level = "xapp-" + "1-A0QSETNLLI-2171257131641-ffc7705610a7c8d67b3dfa33ab979a4a23740c3854398d35c96444f095732b2b"  # finds: generic.security.slack-token
browser.token = "xoxc-" + "151834973662-295984442249-8922462282925-e3b1c77fc4c011f1bd38f1f34920fbd01f40072e3cf347862554017cdf83fd98"  # finds: generic.security.slack-token

BOT = "xoxb-your-token-here"  # ok: generic.security.slack-token
BOT = "xoxb-000000000000-0000000000000-xxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.slack-token
if value.startswith("xoxb-"): kind = "bot"  # ok: generic.security.slack-token
