<?php

include 'pages/' . $_GET['page'] . '.php'; // finds: php.security.code-from-request
require_once($_REQUEST['module'] ?? 'home.php'); // finds: php.security.code-from-request
eval('$result = ' . $_POST['formula'] . ';'); // finds: php.security.code-from-request
$_GET['action']($_GET['value']); // finds: php.security.code-from-request
call_user_func($_POST['callback'], 1); // finds: php.security.code-from-request

$pages = ['home' => 'home.php', 'about' => 'about.php'];
include $pages[$_GET['page']] ?? '404.php'; // ok: php.security.code-from-request
if (in_array($_GET['lang'], ['de', 'fr'], true)) {
    require __DIR__ . '/lang/' . basename($_GET['lang']) . '.php'; // ok: php.security.code-from-request
}
call_user_func([$controller, 'show'], $_GET['id']); // ok: php.security.code-from-request

$file = $_GET['file'];
include($file); // missing: php.security.code-from-request
