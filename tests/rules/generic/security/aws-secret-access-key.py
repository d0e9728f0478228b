AWS_SECRET_ACCESS_KEY = "tU/8I/e5JBGNtAZIRqxd1tnpw5RGXijeVr3ZP3fQ"  # finds: generic.security.aws-secret-access-key
client = boto3.client("s3", aws_access_key_id=key, aws_secret_access_key="3j6Yhp3V4y+9FhAnh+jL1Xd4aKmx0W/O2AEyxD9R")  # finds: generic.security.aws-secret-access-key
aws_session_token = "IS0Xzm41PB2qs353f2Huu6mXrxWUREVXXPHzGIz3qyV4J1TQt7frRgjix7YSdn60LNJMRLdHb2U9LhOS0irYkPvdRHUNL9yf4StfxDPNV2adCV1jFzYI20eBahcyXic6YOZq0M7qO60lI5QfecJUyGTelVEnIKXVuuEomFKB8KyVQ3JYmzSgnYNPPtPQvv9PBmGGwYPnqwYo8kwQj1qH9CstFpS8"  # finds: generic.security.aws-secret-access-key

AWS_SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"  # ok: generic.security.aws-secret-access-key
aws_secret_access_key = os.environ["AWS_SECRET_ACCESS_KEY"]  # ok: generic.security.aws-secret-access-key
aws_secret_access_key = "/organisation/production/storage/keyname"  # ok: generic.security.aws-secret-access-key
