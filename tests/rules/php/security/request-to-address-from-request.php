<?php

$page = file_get_contents($_GET['url']); // finds: php.security.request-to-address-from-request
$ch = curl_init($_POST['webhook']); // finds: php.security.request-to-address-from-request
curl_setopt($ch, CURLOPT_URL, 'http://' . $_GET['host'] . '/status'); // finds: php.security.request-to-address-from-request

curl_setopt($ch, CURLOPT_POSTFIELDS, $_POST['body']); // ok: php.security.request-to-address-from-request
$ch = curl_init('https://api.example.com/users/' . $_GET['id']); // ok: php.security.request-to-address-from-request
$page = file_get_contents($feeds[$_GET['feed']]); // ok: php.security.request-to-address-from-request
$text = file_get_contents($_GET['file']); // ok: php.security.request-to-address-from-request

$url = $_GET['url'];
$ch = curl_init($url); // missing: php.security.request-to-address-from-request
