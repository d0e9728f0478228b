VAULT = "hvs." + "CAESHhTXkVKwYBYihsXNZfLJLrLwj8dlMmdOXiY7kj9pZs_1UhpZiqqyo9lLNPoPv4IDaMb55keXSe2E5T3AAHtnGpgP2cAM"  # finds: generic.security.hashicorp-token
vault.token = "hvs." + "tQ7JhTD5KFgEzDD82F89fK0n"  # finds: generic.security.hashicorp-token
KEY_2 = "lrQH83n" + "vu0UO98.atlasv1.iCNocrrZ77gDsrwsUGeBYCsXZ5gZlmY6iCkr-Mese_fFqP5x1jscT3OgCOy2Y9dQzec"  # finds: generic.security.hashicorp-token

VAULT = "hvs.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.hashicorp-token
VAULT = "hvs.your-token-goes-here"  # ok: generic.security.hashicorp-token
curve = hvs.convert_to_rgb  # ok: generic.security.hashicorp-token
