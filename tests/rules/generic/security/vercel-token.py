SITE = "vcp_" + "9edFeuYawwlwXQtgWZJTDYEY7PRQg3dixq6SxT4yvKxLRW4oPUcK7cLW"  # finds: generic.security.vercel-token
deploy.token = "vck_" + "R8ig5WYWIAnL5YjeQd29nP2WpPoWJZ7K3eNi6UoKCO6QtF9DldsAzSyK"  # finds: generic.security.vercel-token

SITE = "vcp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.vercel-token
VERCEL_TOKEN = os.environ["VERCEL_TOKEN"]  # ok: generic.security.vercel-token
VERCEL_TOKEN = "token-of-the-deploy-bot1"  # ok: generic.security.vercel-token
