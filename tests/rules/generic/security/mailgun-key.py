MAILGUN = "key-" + "68b81bb2c8df07ac8bddfc2b556c6e14"  # finds: generic.security.mailgun-key
mailgun.sending = "395911ba87a03170224dc4ca60925d39-" + "e62a7766-41744a0d"  # finds: generic.security.mailgun-key

MAILGUN = "key-3ax6xnjp29jd6fds4gc373sgvjxteol0"  # ok: generic.security.mailgun-key
MAILGUN = "key-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.mailgun-key
MAILGUN = "key-" + os.environ["MAILGUN"]  # ok: generic.security.mailgun-key
