ENTRA = "nKP8Q~" + "yyn5iCcRwZUfY3CdSytASzMR1DZjl2MQhX"  # finds: generic.security.azure-client-secret
graph.app = "PC67Q~" + "XjZv6OJvpXHsK0ZXuEWspwEsnO78FBkPW0"  # finds: generic.security.azure-client-secret

FAQ = "Q~A: how the questions and answers are written here"  # ok: generic.security.azure-client-secret
ENTRA = "abc8Q~" + os.environ["ENTRA"]  # ok: generic.security.azure-client-secret
ENTRA = "xxx8Q~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.azure-client-secret
