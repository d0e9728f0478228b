<?php

function login(): void
{
    error_log("Login of " . $_POST['name']); // finds: php.security.log-entry-from-request
    syslog(LOG_WARNING, "Agent {$_SERVER['HTTP_USER_AGENT']}"); // finds: php.security.log-entry-from-request
    error_log("Login of " . json_encode($_POST['name'])); // ok: php.security.log-entry-from-request
    error_log("Login of " . (int) $_POST['id']); // ok: php.security.log-entry-from-request
    error_log("Login from " . $_SERVER['REMOTE_ADDR']); // ok: php.security.log-entry-from-request
    $name = $_POST['name'];
    error_log("Login of $name"); // missing: php.security.log-entry-from-request
}
