DNS = "cfut_" + "5LiESmBCYK7i59XhLWTxqcHQNZ3GZBeFNRrL5fFsa6959f95"  # finds: generic.security.cloudflare-token
zone.token = "v1.0-" + "1c31dd5ac6e88d68ab1b1515-2b92ca6096a3508fc74cfe20b7e12e54ac26df16e5ebd061bdc633c98a077c3475c0ed2f9e84fa292286a47dd08f0995dd5c75b7a32580463637c347997364688016c147694411c353"  # finds: generic.security.cloudflare-token

CLOUDFLARE_API_TOKEN = os.environ["CLOUDFLARE_API_TOKEN"]  # ok: generic.security.cloudflare-token
CF_TOKEN = "cfut_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.cloudflare-token
VERSION = "v1.0-beta-2024"  # ok: generic.security.cloudflare-token
