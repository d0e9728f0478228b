<?php

if (isset($_POST['host'])) {
    $output = shell_exec('ping -c 4 ' . $_POST['host']); // finds: php.security.command-from-request
    system("nslookup {$_POST['host']}"); // finds: php.security.command-from-request
    $trace = `traceroute $_GET[host]`; // finds: php.security.command-from-request
}

passthru(trim($_REQUEST['cmd'] ?? 'uptime')); // finds: php.security.command-from-request

exec('ping -c 4 -- ' . escapeshellarg($_POST['host'])); // ok: php.security.command-from-request
exec('kill ' . (int) $_POST['pid']); // ok: php.security.command-from-request
system($_GET['verbose'] ? 'ls -l' : 'ls'); // ok: php.security.command-from-request

$host = $_GET['host'];
exec("host $host"); // missing: php.security.command-from-request
