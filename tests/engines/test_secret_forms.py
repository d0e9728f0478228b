"""The ways in which code, configuration and commands write a secret; its values are made up here, at run time."""

import base64
from collections.abc import Mapping
from random import Random

import pytest
from tests.engines.test_secrets import flagged, found, generated, github_token, scan

from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import Confidence

PASSWORD = "quarry7" + "Lantern%9"
SECRET = generated(32)
PEM = "-----BEGIN {0}PRIVATE KEY-----\n" + base64.encodebytes(Random(5).randbytes(300)).decode()
KEY = PEM.format("") + "-----END PRIVATE KEY-----\n"
UNSIGNED = ".".join(base64.urlsafe_b64encode(part).decode() for part in (b'{"alg":"none" }', b'{"sub":"u8888"}')) + "."


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def values(text: str, language: Language) -> Mapping[str, str]:
    return {match.rule.rpartition(".")[2]: flagged(text, match) for match in scan(text, language=language).matches}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("define('DB_PASSWORD', '{}');\n", Language.PHP),
        ('define( "DB_PASSWORD" , "{}" );\n', Language.PHP),
        ('#define DB_PASSWORD "{}"\n', Language.C),
        ('# define WIFI_PASSWORD L"{}"\n', Language.CPP),
        ('props.setProperty("db.password", "{}");\n', Language.JAVA),
        ("setenv DB_PASSWORD {}\n", Language.SHELL),
        ("ENV DB_PASSWORD {}\n", Language.DOCKERFILE),
        ("const password = `{}`\n", Language.JAVASCRIPT),
        ('variable "db_password" {{\n  type = string\n  default = "{}"\n}}\n', Language.TEXT),
        ("env:\n  DB_PASSWORD: {}\n", Language.GITHUB_ACTIONS),
    ],
)
def test_password_is_found_however_it_is_given_its_name(text: str, language: Language) -> None:
    assert values(text.format(PASSWORD), language) == {"hardcoded-password": PASSWORD}


@pytest.mark.parametrize("value", ["quarry7#Lantern", "quarry7Lantern#", "q7##Lantern!"])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("DB_PASSWORD={}\n", Language.TEXT),
        ("db.password = {}\n", Language.TEXT),
        ("password: {}\n", Language.YAML),
        ("export DB_PASSWORD={} # of the shop\n", Language.SHELL),
    ],
)
def test_number_sign_inside_a_bare_value_is_of_the_value(text: str, language: Language, value: str) -> None:
    assert values(text.format(value), language) == {"hardcoded-password": value}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("define('API_KEY', '{}');\n", Language.PHP),
        ('#define API_KEY "{}"\n', Language.C),
        ('variable "api_token" {{\n  default = "{}"\n}}\n', Language.TEXT),
        ('fetch("https://api.orders.dev/v1?lang=en&api_key={}&page=2")\n', Language.JAVASCRIPT),
    ],
)
def test_secret_is_found_however_it_is_given_its_name(text: str, language: Language) -> None:
    assert values(text.format(SECRET), language) == {"hardcoded-secret": SECRET}


@pytest.mark.parametrize(
    "text",
    [
        'headers = {{"Authorization": "Bearer {}"}}\n',
        "curl -H 'Authorization: Bearer {}' https://api.orders.dev/\n",
        'req.Header.Set("Authorization", "token {}")\n',
        "const h = {{ authorization: `Bearer {}` }}\n",
        'x = "Bearer {}"\n',
    ],
)
def test_credentials_of_a_header_are_found(text: str) -> None:
    assert values(text.format(SECRET), Language.PYTHON) == {"authorization-header": SECRET}


def test_login_in_a_header_is_found() -> None:
    login = encoded("orders:" + PASSWORD)
    assert values(f'"Authorization: Basic {login}"\n', Language.PHP) == {"authorization-header": login}
    assert found(f'"Authorization: Basic {encoded("user:password")}"\n') == []


@pytest.mark.parametrize(
    "text",
    [
        'requests.get(url, auth=("orders", "{}"))\n',
        "requests.get(url, auth=HTTPBasicAuth('orders', '{}'))\n",
        'req.SetBasicAuth("orders", "{}")\n',
        "curl -u orders:{} https://api.orders.dev/\n",
        'curl -sS --user "orders:{}" https://api.orders.dev/\n',
        "curl -X POST \\\n  -u 'orders:{}' \\\n  https://api.orders.dev/\n",
        "sshpass -p {} ssh orders@shop\n",
        "mysql -u root -p{} shop\n",
        "docker login -u orders -p {} ghcr.io\n",
        "redis-cli -h cache -a {} ping\n",
    ],
)
def test_login_in_code_or_a_command_is_found(text: str) -> None:
    assert values(text.format(PASSWORD), Language.SHELL) == {"login-in-code": PASSWORD}


@pytest.mark.parametrize(
    "text",
    [
        "mqtt://orders:{}@broker.orders.dev\n",
        "smb://orders:{}@files.orders.dev/share\n",
        "${{SCHEME}}://orders:{}@proxy.orders.dev:3128\n",
    ],
)
def test_password_is_found_in_an_address_of_any_scheme(text: str) -> None:
    assert values(text.format("quarry7Lantern"), Language.TEXT) == {"password-in-url": "quarry7Lantern"}


@pytest.mark.parametrize(
    "text",
    [
        "nats://orders:{}@queue.orders.dev\n",
        "jdbc:mysql://db.orders.dev/shop?user=orders&password={}&ssl=true\n",
        "jdbc:sqlserver://db.orders.dev:1433;databaseName=shop;user=orders;password={};\n",
        "jdbc:oracle:thin:orders/{}@//db.orders.dev:1521/shop\n",
        '"host=db.orders.dev user=orders password={} dbname=shop"\n',
        'sql.Open("mysql", "orders:{}@tcp(db.orders.dev:3306)/shop")\n',
        "db.orders.dev:5432:shop:orders:{}\n",
        "*:*:*:orders:{}\n",
    ],
)
def test_password_of_a_database_is_found_in_every_form_of_address(text: str) -> None:
    assert values(text.format("quarry7Lantern"), Language.PYTHON) == {"password-in-database-url": "quarry7Lantern"}


@pytest.mark.parametrize(
    "text",
    [
        "machine api.orders.dev\n  login orders\n  password {}\n",
        "default login orders password {}\n",
        "//registry.npmjs.org/:_authToken={}\n",
    ],
)
def test_login_of_a_tool_is_found_in_its_file(text: str) -> None:
    value = generated(20)
    assert values(text.format(value), Language.TEXT) == {"package-registry-login": value}


@pytest.mark.parametrize(
    "text",
    [
        f"key: {encoded(KEY)}\n",
        '{{"private_key": "{}"}}\n'.format(KEY.replace("\n", "\\n")),
        'KEY="{}"\n'.format(KEY.replace("\n", "\\n")),
        "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 2\n"
        + base64.encodebytes(Random(6).randbytes(90)).decode(),
        "AGE-SECRET-KEY-1" + generated(58, alphabet="QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L") + "\n",
    ],
)
def test_private_key_is_found_in_every_form(text: str) -> None:
    assert found(text, language=Language.TEXT) == ["private-key"]


def test_encoded_certificate_is_no_key() -> None:
    assert found(f"cert: {encoded('-----BEGIN PUBLIC KEY-----' + KEY[27:])}\n", language=Language.YAML) == []


@pytest.mark.parametrize("value", ["$apr1$" + generated(8) + "$" + generated(22), "$2y$05$" + generated(53)])
def test_hash_of_a_password_is_found_in_a_password_file(value: str) -> None:
    assert values(f"orders:{value}\n", Language.TEXT) == {"password-file": value}


MANIFEST = "apiVersion: v1\n{}kind: Secret\nmetadata:\n  name: shop\n{}---\nkind: ConfigMap\ndata:\n  password: {}\n"


def test_manifest_of_a_secret_is_read_wherever_it_says_so() -> None:
    data = f"data:\n  username: {encoded('orders')}\n  password: {encoded(PASSWORD)}\n"
    for text in (MANIFEST.format("", data, "x"), MANIFEST.format(data, "", "x")):
        assert values(text, Language.KUBERNETES) == {"kubernetes-secret": encoded(PASSWORD)}
    text = MANIFEST.format("", f"stringData:\n  database: shop\n  token: '{SECRET}'\n", "x")
    assert [m.rule for m in scan(text, language=Language.KUBERNETES).matches] == ["generic.security.kubernetes-secret"]


def test_what_a_manifest_fills_in_later_is_left_alone() -> None:
    values = ("{{ .Values.password }}", "${TOKEN}", f"ENC[AES256_GCM,data:{SECRET}]")
    data = "stringData:\n" + "".join(f"  password{number}: {value}\n" for number, value in enumerate(values))
    assert found(MANIFEST.format("", data, "x"), language=Language.KUBERNETES) == []


@pytest.mark.parametrize(
    "text",
    [
        "db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3864333735623338353437396537653066\n",
        "db_password: !vault $ANSIBLE_VAULT;1.1;AES256\n",
        "password: ENC[AES256_GCM,data:Tr8kQ1==,iv:x9fJ2k,tag:zz1=,type:str]\n",
        "password: !reference [.secrets, db9]\n",
        "password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq.....\n",
        "password: ${DB_PASSWORD}\n",
        "password: '{{ db_password }}'\n",
        "password: <your-password>\n",
        "password: changeme\n",
        "define('DB_PASSWORD', 'database_password_here');\n",
        "define('DB_PASSWORD', getenv('DB_PASSWORD1'));\n",
        '#define PASSWORD_LABEL "password1"\n',
        "curl -u $USER:$PASSWORD https://api.orders.dev/\n",
        "curl -u user:password https://api.orders.dev/\n",
        "curl -u orders:quarry7Lantern https://api.example.com/\n",
        "curl --user-agent orders:quarry7Lantern https://api.orders.dev/\n",
        "auth=('user', 'pass')\n",
        "Authorization: Bearer <token>\n",
        "Authorization: Bearer ${TOKEN}\n",
        'f"Bearer {token}"\n',
        "Bearer tokenAuthenticationForUsersOfTheShop\n",
        "mysql -u root -p shop\n",
        "password_scheme = 'sha512-crypt'\n",
        f"token = '{UNSIGNED}'\n",
        "default login anonymous password someone@orders.dev\n",
        "AGE-SECRET-KEY-1" + "Q" * 58 + "\n",
        "12:30:*:5:6 at 10:*:20\n",
    ],
)
def test_what_holds_no_secret_is_left_alone(text: str) -> None:
    assert [found(text, language=language) for language in (Language.YAML, Language.TEXT)] == [[], []]


def test_common_password_of_a_login_is_a_hint_only() -> None:
    (match,) = scan("curl -u admin:letmein1 https://api.orders.dev/\n", language=Language.SHELL).matches
    assert match.confidence is Confidence.LOW


def test_token_of_a_provider_in_a_header_is_told_by_its_own_rule() -> None:
    token = "npm" + "_" + github_token()[4:]
    assert found(f"curl -H 'Authorization: Bearer {token}'\n") == ["npm-token"]


@pytest.mark.parametrize("value", ["cGFzc3dvcmQ=", "JHtQQVNTV09SRH0="])
def test_encoded_stand_in_of_a_manifest_is_none(value: str) -> None:
    data = f"data:\n  password: {value}\n  auth.username_in: {encoded('reader2')}\n"
    assert found(MANIFEST.format("", data, "x"), language=Language.KUBERNETES) == []
