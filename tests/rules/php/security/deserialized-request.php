<?php

$cart = unserialize($_COOKIE['cart']); // finds: php.security.deserialized-request
$state = unserialize(base64_decode($_POST['state'])); // finds: php.security.deserialized-request
$filter = @unserialize(stripslashes($_GET['filter'] ?? '')); // finds: php.security.deserialized-request

$safe = unserialize($_COOKIE['cart'], ['allowed_classes' => false]); // ok: php.security.deserialized-request
$json = json_decode($_COOKIE['cart'], true); // ok: php.security.deserialized-request
$cached = unserialize(file_get_contents($cacheFile)); // ok: php.security.deserialized-request

$raw = $_POST['state'];
$late = unserialize($raw); // missing: php.security.deserialized-request
