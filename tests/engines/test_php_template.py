import pytest

from xcodereviewer.engines.php_template import php_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<?php\necho 1;\n", "<?php\necho 1;\n"),
        ("echo 1;\n", "echo 1;\n"),
        ("<p>it's\n<?php echo $a ?></p>", "       \n      echo $a ;     "),
        ("<b><?= $a ?>é</b>", "   <?= $a ;      "),
        ("<?php if ($a): ?>\n<i><?php endif ?>", "      if ($a):   \n         endif ; "),
        ("<?php } // that's it ?>x<?php f();", "      }                       f();"),
        ("<?php $a = '?>'; /* ?> */ f(\"?>\") ?>x", "      $a = '?>'; /* ?> */ f(\"?>\") ;  "),
        ("<?php $a = <<<END\n?>\nEND; ?>x", "      $a = <<<END\n?>\nEND;    "),
        ("<?php f() ?><?php ?>", "      f() ;         "),
        ("<?= $a", "<?= $a"),
        ("<p>no code</p>", "<p>no code</p>"),
    ],
)
def test_html_is_blank_and_code_stays_where_it_stands(text: str, code: str) -> None:
    assert php_code(text) == code
    assert len(code) == len(text)


@pytest.mark.parametrize("unit", ["'", "/*", "<<<A\n", "<?php ", '"\\', "<?= ?>", "// "])
def test_time_is_linear_in_what_is_never_closed(unit: str) -> None:
    text = "<?php " + unit * 200_000
    assert len(php_code(text)) == len(text)
