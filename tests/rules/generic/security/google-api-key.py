MAPS = "AIza" + "Syt7Y86u9f1_4LQHKqiY5qAKOdoP276TD5u"  # finds: generic.security.google-api-key
gemini.key = "AIza" + "SyMvmWQTmwNeYqhdOSZmik3M329pN4CBoae"  # finds: generic.security.google-api-key

MAPS = "AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe"  # ok: generic.security.google-api-key
MAPS = "AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"  # ok: generic.security.google-api-key
MAPS = "AIzaSy" + os.environ["MAPS"]  # ok: generic.security.google-api-key
