DB_PASSWORD = "OZH9DM8Lt70gXRckMpLm"  # finds: generic.security.hardcoded-password
settings = {"password": "Harbour7!kiln"}  # finds: generic.security.hardcoded-password
if request.form["password"] == "Tr4m-depot9":  # finds: generic.security.hardcoded-password
    connect(user="orders", passwd='grebe_44_Lantern')  # finds: generic.security.hardcoded-password
password = "correcthorsebattery"  # missing: generic.security.hardcoded-password

password = os.environ["DB_PASSWORD"]  # ok: generic.security.hardcoded-password
PASSWORD_FIELD = "password2"  # ok: generic.security.hardcoded-password
password = "<your-password>"  # ok: generic.security.hardcoded-password
help = {"password": "Enter the password again."}  # ok: generic.security.hardcoded-password
password_hash = "pbkdf2_sha256$600000$abc"  # ok: generic.security.hardcoded-password
form.password = "new_password1"  # ok: generic.security.hardcoded-password
PASSWORD_HASHER = "sha256"  # ok: generic.security.hardcoded-password
