<?php

setcookie('session', $id, ['expires' => 0, 'httponly' => false, 'secure' => true]); // finds: php.security.cookie-protection-off
setcookie('auth_token', $token, time() + 3600, '/', '', false, true); // finds: php.security.cookie-protection-off
ini_set('session.cookie_httponly', 0); // finds: php.security.cookie-protection-off
ini_set('session.use_only_cookies', '0'); // finds: php.security.cookie-protection-off
session_start(['cookie_secure' => false]); // finds: php.security.cookie-protection-off

setcookie('session', $id, ['httponly' => true, 'secure' => true, 'samesite' => 'Lax']); // ok: php.security.cookie-protection-off
setcookie('theme', 'dark', 0, '/', '', false, false); // ok: php.security.cookie-protection-off
ini_set('session.cookie_httponly', 1); // ok: php.security.cookie-protection-off
session_start(); // ok: php.security.cookie-protection-off

setcookie('session', $id); // missing: php.security.cookie-protection-off
