DATABASE = "pscale_" + "tkn_CWmXakN6VxQX5sb14pZnrGj-_17IY7-C5CY4sRYUkHh"  # finds: generic.security.planetscale-token
shop.token = "pscale_" + "pw_hz-WyyegojQQgJuKFq3loCw412ZEvSXjBnBjYrelAET"  # finds: generic.security.planetscale-token

DATABASE = "pscale_pw_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.planetscale-token
DATABASE = "pscale_pw_your-password-of-the-database-here"  # ok: generic.security.planetscale-token
