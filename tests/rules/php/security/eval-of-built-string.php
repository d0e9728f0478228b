<?php

function price(string $formula): float
{
    return eval("return $formula;"); // finds: php.security.eval-of-built-string
}

function sorter($key)
{
    return create_function('$a, $b', 'return strcmp($a["' . $key . '"], $b["' . $key . '"]);'); // finds: php.security.eval-of-built-string
}

function bold($text)
{
    return preg_replace('/<b>(.*?)<\/b>/e', 'strtoupper("\\1")', $text); // finds: php.security.eval-of-built-string
}

function run($template)
{
    eval($template->source()); // finds: php.security.eval-of-built-string
}

eval('return 1 + 1;'); // ok: php.security.eval-of-built-string
assert($formula !== ''); // ok: php.security.eval-of-built-string
preg_replace('/e/', 'a', $text); // ok: php.security.eval-of-built-string
preg_replace('/\/e(.)/i', 'a', $text); // ok: php.security.eval-of-built-string
$expression->eval($formula); // ok: php.security.eval-of-built-string
