NOTES = "ntn_" + "59224572132KCjz8AxRXWHLbGanEU9HWgniIWfo9QDcADV"  # finds: generic.security.notion-token
wiki.token = "ntn_" + "78864514912m2B4tigemH52Na8Bg48OnQxEMIjnTVlt1fD"  # finds: generic.security.notion-token

NOTES = "ntn_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.notion-token
NOTION = "secret_your-token"  # ok: generic.security.notion-token
