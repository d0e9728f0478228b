LISTS = "2a835ed99203b78f" + "f5bde63aeb3d9a07-us17"  # finds: generic.security.mailchimp-key
news.key = "9dbbab3221ddb359" + "d109f7f83211be47-us13"  # finds: generic.security.mailchimp-key

LISTS = "00000000000000000000000000000000-us6"  # ok: generic.security.mailchimp-key
HOST = "eu-west-1-us2"  # ok: generic.security.mailchimp-key
