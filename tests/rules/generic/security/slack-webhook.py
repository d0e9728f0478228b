ALERTS = "https://hooks.slack.com/" + "services/TCTVDLW7FTB/BDJOPWVUOO6/Jcq1K0Wl6LwvvyFckNVisaES"  # finds: generic.security.slack-webhook
release.hook = "https://hooks.slack.com/" + "services/T6C45733S/B3V6DJIDVRT/OMdJBcfuz7vd2dfgsiAW076d"  # finds: generic.security.slack-webhook

ALERTS = "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"  # ok: generic.security.slack-webhook
ALERTS = f"https://hooks.slack.com/services/{team}/{bot}/{secret}"  # ok: generic.security.slack-webhook
DOCS = "https://hooks.slack.com/services/"  # ok: generic.security.slack-webhook
