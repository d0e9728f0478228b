SHOP = "shpat_" + "ac49fd07b8b19845fa2526dde1fb4031"  # finds: generic.security.shopify-token
webhook.shared = "shpss_" + "f4a78b75e828bad858a545d5eb29b5c9"  # finds: generic.security.shopify-token

SHOP = "shpat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.shopify-token
SHOP = "shpat_00000000000000000000000000000000"  # ok: generic.security.shopify-token
SHOP = "shpss_" + os.environ["SHOP"]  # ok: generic.security.shopify-token
