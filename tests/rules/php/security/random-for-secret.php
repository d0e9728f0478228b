<?php

$_SESSION['csrf_token'] = md5(uniqid(mt_rand(), true)); // finds: php.security.random-for-secret
$resetToken = sha1(time() . rand()); // finds: php.security.random-for-secret
$user->api_key = md5(microtime()); // finds: php.security.random-for-secret

function generate_password(int $length): string
{
    return substr(str_shuffle('abcdefghijkmnpqrstuvwxyz23456789'), 0, $length); // finds: php.security.random-for-secret
}

$insert = ['name' => $name, 'token' => uniqid('', true)]; // finds: php.security.random-for-secret

$token = bin2hex(random_bytes(32)); // ok: php.security.random-for-secret
$colour = $colours[rand(0, 5)]; // ok: php.security.random-for-secret
$tempName = sys_get_temp_dir() . '/' . uniqid('upload', true); // ok: php.security.random-for-secret
$mixed_salt = uniqid() . bin2hex(random_bytes(16)); // ok: php.security.random-for-secret
$tokenCount = mt_rand(1, 10); // ok: php.security.random-for-secret

function create_token(): string
{
    $value = mt_rand(100000, 999999);
    return (string) $value; // missing: php.security.random-for-secret
}
