"""The words by which names of secrets are told from names of other things, and passwords from words."""

__all__ = ["ABOUT", "COMMON_PASSWORDS", "NOT_SECRET", "STAND_INS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name that ends so speaks about a secret instead of holding one: `password_field`, `token_url`.
ABOUT = _words("""
    id ids name names field fields url uri urls path paths file files filename dir type types kind label labels
    hint help text title message messages msg error errors placeholder pattern regex regexp re length len min
    max size count header headers param params parameter parameters prefix suffix env var variable variables
    class classes form forms input selector element column attr attribute attributes policy strength rule rules
    validator validators expiry expires expiration ttl lifetime timeout age format encoding algorithm alg
    provider providers store backend service manager generator factory endpoint scope scopes ref refs version
    status state index position hash hashed hasher hashers digest salt view template page link reset change
    changed confirm question required enabled visible mode icon color action actions description desc cookie
    event method parser handler func function callback symbol property props option options config settings
    section group table model models schema info metadata date time created updated modified at by for of source
    location domain host hostname port user username login email audience issuer subject arn alias sha commit
    checksum fingerprint integrity tokenizer tokens words limit budget usage module startswith endswith contains
    icontains iexact exact data used last package
""")

# A name with one of these words is of something that everybody may see.
NOT_SECRET = _words(
    "public pub publishable salt csrf xsrf next prev page cursor continuation sync stop eos bos pad unk"
)

# What stands where a password would, in addresses and configuration.
STAND_INS = _words("pass password passwd pwd pw secret user username token key x psw passphrase")

# What everybody tries first: whoever writes it rarely means to keep it.
COMMON_PASSWORDS = _words("""
    password passwd passw pass pwd passphrase secret token admin administrator root user guest default welcome
    login letmein qwerty abc pa pw mypassword mypass newpassword oldpassword newpass oldpass userpassword
    yourpassword foo bar foobar test testing testpassword testpass hello hunter monkey dragon postgres mysql
    mongo redis rabbit rabbitmq oracle sa wrong bad good strong weak invalid valid correct incorrect bogus temp
    tmp p
""")
