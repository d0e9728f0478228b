<?php

$hidden = openssl_encrypt($text, 'aes-128-ecb', $key); // finds: php.security.weak-cipher
$plain = openssl_decrypt($hidden, 'DES-EDE3-CBC', $key, 0, $iv); // finds: php.security.weak-cipher
$old = mcrypt_encrypt(MCRYPT_RIJNDAEL_256, $key, $text, MCRYPT_MODE_CBC, $iv); // finds: php.security.weak-cipher
$stream = openssl_encrypt($text, "rc4", $key); // finds: php.security.weak-cipher

$good = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag); // ok: php.security.weak-cipher
$configured = openssl_encrypt($text, $this->cipher, $key, 0, $iv); // ok: php.security.weak-cipher
$digest = openssl_digest($text, 'sha256'); // ok: php.security.weak-cipher
