CLAUDE = "sk-ant-" + "api03-vjqcGzVrCpvs5Mr0C_7DiDVRCqvYNeEfaNP998m640uc6wWJqWZGT-QeoJTasbjRHE9ECR-HDvDkqhJQlatZNFj58RB5mAA"  # finds: generic.security.anthropic-key
reviewer.key = "sk-ant-" + "admin01-9WPm2oZE5RAmzHbOpQWc_nvezdL6MD8YcjUSJKU6DqJrytVqsdg7AkdhCjkVNCsY7_TlUja_VO1MxxQjapqMptwL8Xw_nAA"  # finds: generic.security.anthropic-key

CLAUDE = "sk-ant-api03-your-key-here"  # ok: generic.security.anthropic-key
CLAUDE = "sk-ant-" + os.environ["CLAUDE"]  # ok: generic.security.anthropic-key
CLAUDE = "sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.anthropic-key
