<?php

ini_set('display_errors', 1); // finds: php.security.errors-shown-to-visitors
ini_set("display_startup_errors", "On"); // finds: php.security.errors-shown-to-visitors
error_reporting(E_ALL); // ok: php.security.errors-shown-to-visitors
phpinfo(); // finds: php.security.errors-shown-to-visitors

if (getenv('APP_ENV') === 'dev') {
    ini_set('display_errors', '1'); // ok: php.security.errors-shown-to-visitors
}
ini_set('display_errors', '0'); // ok: php.security.errors-shown-to-visitors

function php_details(): string
{
    ob_start();
    phpinfo(); // ok: php.security.errors-shown-to-visitors
    return ob_get_clean();
}
