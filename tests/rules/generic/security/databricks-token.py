LAKE = "dapi" + "5692ffd5fa50b54c628ba78fbdf72e51"  # finds: generic.security.databricks-token
jobs.auth = "dapi" + "cc2d65dbed815c8d4db3f81ee6b25793-2"  # finds: generic.security.databricks-token

LAKE = "dapi00000000000000000000000000000000"  # ok: generic.security.databricks-token
LAKE = "dapi0123456789abcdef0123456789abcdef"  # ok: generic.security.databricks-token
MODULE = "dapicontroller"  # ok: generic.security.databricks-token
