AWS_KEY_ID = "AKIA" + "QAJHEPCZQPKI7M24"  # finds: generic.security.aws-access-key-id
session.id = "ASIA" + "O6K5QE2CLESJLPJ5"  # finds: generic.security.aws-access-key-id

AWS_KEY_ID = "AKIAIOSFODNN7EXAMPLE"  # ok: generic.security.aws-access-key-id
NAME = "AKIABARA_RAILWAY_STATION"  # ok: generic.security.aws-access-key-id
key = "AKIAXXXXXXXXXXXXXXX2"  # ok: generic.security.aws-access-key-id
