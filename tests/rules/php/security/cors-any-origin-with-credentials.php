<?php

function open_to_all(): void
{
    header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']); // finds: php.security.cors-any-origin-with-credentials
    header('Access-Control-Allow-Credentials: true');
}

if (isset($_SERVER['HTTP_ORIGIN'])) {
    header("Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}"); // finds: php.security.cors-any-origin-with-credentials
    header('Access-Control-Allow-Credentials: true');
}

function open_to_friends(array $allowed): void
{
    if (in_array($_SERVER['HTTP_ORIGIN'], $allowed, true)) {
        header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']); // ok: php.security.cors-any-origin-with-credentials
        header('Access-Control-Allow-Credentials: true');
    }
}

header('Access-Control-Allow-Origin: https://app.example.com'); // ok: php.security.cors-any-origin-with-credentials
