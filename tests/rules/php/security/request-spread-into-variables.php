<?php

extract($_POST); // finds: php.security.request-spread-into-variables
extract($_REQUEST, EXTR_OVERWRITE); // finds: php.security.request-spread-into-variables
parse_str($_SERVER['QUERY_STRING']); // finds: php.security.request-spread-into-variables

extract($_GET, EXTR_SKIP); // ok: php.security.request-spread-into-variables
extract($row); // ok: php.security.request-spread-into-variables
parse_str($_SERVER['QUERY_STRING'], $query); // ok: php.security.request-spread-into-variables

foreach ($_GET as $key => $value) {
    $$key = $value; // missing: php.security.request-spread-into-variables
}
