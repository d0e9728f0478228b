"""What a report shows of a line with a credential in it: everything but the credential."""

import pytest
from tests.packs import RULES

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.location import Span
from xcodereviewer.engines.registry import load_engine
from xcodereviewer.pipeline.assemble import assemble, secret_spans
from xcodereviewer.pipeline.hidden import HiddenValues
from xcodereviewer.triage.places import TextPlaces

SECRET = "hr7!kupa-2Wn8"  # xcr: ignore[hardcoded-password] made up for these tests
WORKFLOW = "on: push\njobs:\n  a:\n    runs-on: any\n    container:\n      image: registry/shop:1\n      credentials:\n"
COMPOSE = "services:\n  db:\n    image: postgres:17\n    environment:\n"
DEPLOYMENT = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      env:\n"


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [
        ("java.security.password-in-connection", 'var c = DriverManager.getConnection("jdbc:x", "shop", "{}");'),
        ("java.security.constant-key-or-iv", 'var k = new SecretKeySpec("{}".getBytes(UTF_8), "AES");'),
        ("java.security.password-in-connection", 'dataSource.setPassword("{}");'),
        ("go.security.password-in-connection", 'var db = sql.Open("postgres", "host=db password={} dbname=shop")'),
        ("go.security.password-in-connection", 'var db = sql.Open("mysql", "root:{}@tcp(127.0.0.1:3306)/shop")'),
        ("go.security.password-in-connection", 'var a = smtp.PlainAuth("", "shop", "{}", "mail.internal")'),
        ("go.security.constant-key-or-iv", 'var s, e = token.SignedString([]byte("{}"))'),
        (
            "csharp.security.password-in-connection-string",
            'var c = "Server=db1;uid=shop;Password={};Pooling=true";',
        ),
        ("csharp.security.password-in-connection-string", 'Open(@"Server=a\\b;Database=shop;pwd={}", "shop");'),
        ("c.security.password-compared-with-literal", 'int ok = strcmp(password, "{}") || log("denied");'),
        ("javascript.security.signing-key-in-source", 'jwt.sign({ role: "admin" }, "{}", { expiresIn: "1h" });'),
        ("javascript.security.signing-key-in-source", 'app.use(session({ name: "sid", secret: "{}" }));'),
        ("javascript.security.signing-key-in-source", "app.use(cookieParser('{}'), helmet('deny'));"),
        ("ruby.security.signing-key-in-source", 'http_basic_authenticate_with name: "admin", password: "{}"'),
        ("ruby.security.signing-key-in-source", "config.secret_key_base = '{}' # 'see wiki'"),
        ("php.security.password-in-connection", "<?php $c = mysqli_connect('db1', 'shop', '{}', 'orders');"),
        ("php.security.password-in-connection", '<?php $c = new PDO("mysql:host=db1", "shop", "{}");'),
        ("sql.security.password-in-statement", "CREATE USER 'shop'@'%' IDENTIFIED BY '{}';"),
        ("shell.security.password-on-command-line", "redis-cli -a {} SET greeting 'hello'"),
        ("shell.security.password-on-command-line", "mysql -u shop -p{} -e 'SHOW TABLES'"),
        ("shell.security.password-on-command-line", 'mysql --user="shop" --password="{}" orders'),
        ("dockerfile.security.secret-in-image", 'FROM a:1\nENV MODE="plain" SHOP_PASSWORD="{}" REGION="eu"'),
        ("github-actions.security.container-password", WORKFLOW + '        {username: "shop", password: "{}"}'),
        ("compose.security.secret-in-environment", COMPOSE + '      {PGUSER: "shop", POSTGRES_PASSWORD: "{}"}'),
        ("kubernetes.security.secret-in-environment", DEPLOYMENT + '        - {name: DB_PASSWORD, value: "{}"}'),
    ],
)
def test_only_the_credential_of_a_line_is_hidden(rule_id: str, text: str) -> None:
    shown = _shown(rule_id, text.replace("{}", SECRET))
    before, after = text.splitlines()[-1].split("{}")
    assert (shown.startswith(before), shown.endswith(after), SECRET in shown) == (True, True, False), shown


@pytest.mark.parametrize(
    ("flagged", "hidden"),
    [
        ('"my secret=5"', ["my secret=5", "5"]),
        ('"a2V5IGtleQkeyAB=="', ["a2V5IGtleQkeyAB=="]),
        ('"abc:d@f"', ["abc:d@f"]),
        ('"https://shop:a@b:c@db1/x?y=1"', ["a@b:c"]),
        ("\"Server=a; Password='x;y'; Port=1\"", ["'x;y'"]),
        ('"Password=one; Server=a; Token=two"', ["one", "two"]),
        ('-p"$PASSWORD"', []),
        ('--password="${PASSWORD}"', []),
        ('-p"$PREFIX-hunter2"', ["$PREFIX-hunter2"]),
        ("$PREFIX-hunter2", ["$PREFIX-hunter2"]),
    ],
)
def test_of_what_is_no_plain_literal_too_much_is_hidden_before_too_little(flagged: str, hidden: list[str]) -> None:
    whole = Span(start_line=1, start_column=1, end_line=1, end_column=len(flagged) + 1)
    found = HiddenValues(flagged).within(whole)
    assert list(dict.fromkeys(flagged[one.start_column - 1 : one.end_column - 1] for one in found)) == hidden


def _shown(rule_id: str, text: str) -> str:
    rule = RULES[rule_id]
    language = Language(rule.languages[0])
    (scan,) = load_engine(rule.engine).prepare([rule]).scan([SourceText(id=0, language=language, text=text)])
    masks = secret_spans(scan.matches, text, rules=RULES)
    (finding,) = assemble(scan.matches, TextPlaces(text, language, encoding="utf-8"), rules=RULES, masks=masks)
    return finding.snippet.splitlines()[-1]
