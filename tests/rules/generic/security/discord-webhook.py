ALERTS = "https://discord.com/api" + "/webhooks/616997430747999805/jMxfc3Ae-Wl_bRmNpqY48_tM1oCK1fihCZ4fgidcv2NYKAEelesoyGsR_VNbPGo8FBwO"  # finds: generic.security.discord-webhook
hook.url = "https://discord.com/api" + "/webhooks/664948411805328589/iNk9b9htG8SjPB79OIVYN5kuB5AcfgzbMkM3r137Wu5YGvE8lFI8pUhSufUgKJei2ipf"  # finds: generic.security.discord-webhook

ALERTS = "https://discord.com/api/webhooks/<id>/<token>"  # ok: generic.security.discord-webhook
ALERTS = "https://discord.com/api/webhooks/{}/{}".format(number, token)  # ok: generic.security.discord-webhook
