CLOUD = "dop_v1_" + "623d743549fa634a03566f4e555a414706755910c4e70d759048b17dc2521b99"  # finds: generic.security.digitalocean-token
oauth.refresh = "dor_v1_" + "3c84d1fcb493e94289dbe80d2e2a624e2e9505e02c7541d3d395fef2d3cab5da"  # finds: generic.security.digitalocean-token

CLOUD = "dop_v1_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.digitalocean-token
CLOUD = "dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"  # ok: generic.security.digitalocean-token
PREFIX = "dop_v1_"  # ok: generic.security.digitalocean-token
