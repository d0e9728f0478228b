<?php

if (isset($_GET['sid'])) {
    session_id($_GET['sid']); // finds: php.security.session-id-from-request
}
session_id(trim($_REQUEST['session'] ?? '')); // finds: php.security.session-id-from-request
session_start();
session_id($_COOKIE[session_name()]); // ok: php.security.session-id-from-request
$id = session_id(); // ok: php.security.session-id-from-request
session_id(bin2hex(random_bytes(16))); // ok: php.security.session-id-from-request
session_regenerate_id(true); // ok: php.security.session-id-from-request
