SQUARE = "sq0csp-" + "ZH60zmIGiCNocrrZ77gDsrwsUGeBYCsXZ5gZlmY6iCN"  # finds: generic.security.square-token
till.access = "EAAA" + "r_Mese-fFqP5x1jscT3OgCOy2Y9dQzecI5pFHXMJ3yd4BqTqFT7dsyBgDs8r"  # finds: generic.security.square-token

SQUARE = "sq0atp-xxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.square-token
IMAGE = "EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # ok: generic.security.square-token
SQUARE = "sq0csp-" + os.environ["SQUARE"]  # ok: generic.security.square-token
