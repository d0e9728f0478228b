MAIL = "SG." + "1oCK1fihCZ4fgidcv2NYK5.EelesoyGsR-VNbPGo8FBwOj-iNk9b9htG8SjPB79OIj"  # finds: generic.security.sendgrid-key
newsletter.key = "SG." + "VYN5kuB5AcfgzbMkM3r133.Wu5YGvE8lFI8pUhSufUgKJei2ipfkYDUSRPuWJe-WdR"  # finds: generic.security.sendgrid-key

MAIL = "SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.sendgrid-key
MAIL = "SG.your-key-id"  # ok: generic.security.sendgrid-key
CODE = "SG.Central"  # ok: generic.security.sendgrid-key
