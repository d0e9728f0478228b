<?php

readfile('invoices/' . $_GET['file']); // finds: php.security.path-from-request
$text = file_get_contents("templates/{$_POST['template']}.html"); // finds: php.security.path-from-request
unlink($uploads . '/' . $_POST['name']); // finds: php.security.path-from-request
$handle = fopen($_REQUEST['log'], 'r'); // finds: php.security.path-from-request

readfile('invoices/' . basename($_GET['file'])); // ok: php.security.path-from-request
file_put_contents('log/visits.txt', $_GET['page']); // ok: php.security.path-from-request
unlink($files[$_POST['index']]); // ok: php.security.path-from-request
if (file_exists('cache/' . md5($_GET['q']))) {
    readfile('cache/' . md5($_GET['q'])); // ok: php.security.path-from-request
}
file_get_contents($_GET['url']); // ok: php.security.path-from-request

$path = $_GET['path'];
readfile($path); // missing: php.security.path-from-request
