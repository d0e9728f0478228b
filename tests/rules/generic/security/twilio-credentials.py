TWILIO_AUTH_TOKEN = "0244abbcdd1637e12e0ff3e8aa751616"  # finds: generic.security.twilio-credentials
twilio = Client("AC6a73ab128a9449ae5375a645d8a87f48", "94d656fceeb691712152821b4524cd7b")  # finds: generic.security.twilio-credentials

TWILIO_AUTH_TOKEN = "0123456789abcdef0123456789abcdef"  # ok: generic.security.twilio-credentials
TWILIO_AUTH_TOKEN = os.environ["TWILIO_AUTH_TOKEN"]  # ok: generic.security.twilio-credentials
twilio_account = "AC29a98f893e189c0b2483003cf157b10b"  # ok: generic.security.twilio-credentials
