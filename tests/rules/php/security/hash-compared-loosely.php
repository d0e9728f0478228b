<?php

function check(string $given, string $stored): bool
{
    return md5($given) == $stored; // finds: php.security.hash-compared-loosely
}

if ($_GET['sig'] != hash_hmac('sha256', $body, $key)) { // finds: php.security.hash-compared-loosely
    exit;
}

if ($row['digest'] == sha1($salt . $given)) { // finds: php.security.hash-compared-loosely
    start($row);
}

if (hash_equals($stored, hash('sha256', $given))) { // ok: php.security.hash-compared-loosely
    start($row);
}
if (md5($given) === $stored) { // ok: php.security.hash-compared-loosely
    start($row);
}
if (hash('sha256', $body) == false) { // ok: php.security.hash-compared-loosely
    exit;
}
