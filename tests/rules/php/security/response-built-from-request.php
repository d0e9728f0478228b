<?php

echo '<h1>Results for ' . $_GET['q'] . '</h1>'; // finds: php.security.response-built-from-request
print "Hello {$_POST['name']}"; // finds: php.security.response-built-from-request
echo $_GET['page'] ?? 'home'; // finds: php.security.response-built-from-request
printf('<a href="%s">back</a>', $_REQUEST['back']); // finds: php.security.response-built-from-request
if (!$user) {
    die('No such user: ' . $_GET['user']); // finds: php.security.response-built-from-request
}

$html .= '<p>Hello ' . $_GET['name'] . '</p>'; // finds: php.security.response-built-from-request

$html .= '<p>Hello ' . htmlspecialchars($_GET['name']) . '</p>'; // ok: php.security.response-built-from-request
echo htmlspecialchars($_GET['q'], ENT_QUOTES); // ok: php.security.response-built-from-request
echo (int) $_GET['page']; // ok: php.security.response-built-from-request
echo esc_html($_GET['tab']); // ok: php.security.response-built-from-request
echo $_GET['tab'] === 'all' ? 'active' : ''; // ok: php.security.response-built-from-request
echo $labels[$_GET['tab']] ?? ''; // ok: php.security.response-built-from-request

$name = $_GET['name'];
echo "Hello $name"; // missing: php.security.response-built-from-request
