HUB = "dckr_pat_" + "kYDUSRPuWJe_Wds8bfdWyYcDw4W"  # finds: generic.security.docker-hub-token
registry.token = "dckr_oat_" + "ap2lBJWF01Cn_6KUi41lm-3GdpSHmtfm"  # finds: generic.security.docker-hub-token

HUB = "dckr_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.docker-hub-token
HUB = "dckr_pat_your-token"  # ok: generic.security.docker-hub-token
