SITE = "nfp_" + "45M0N3Pe5qin2h3I4h9ufmwLTxheOwrqf6i8"  # finds: generic.security.netlify-token
deploy.token = "nfc_" + "Wqe82UnHHuWRoPGIBEDHrGh9Mtd5go7FMVH1"  # finds: generic.security.netlify-token

SITE = "nfp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.netlify-token
nfc_reader = open_reader()  # ok: generic.security.netlify-token
