<?php

function find_entry($link, string $uid)
{
    return ldap_search($link, 'dc=example,dc=com', "(uid=$uid)"); // finds: php.security.ldap-filter-built-from-strings
}

function find_mail($link, $mail)
{
    $filter = '(&(objectClass=person)(mail=' . $mail . '))';
    return ldap_list($link, 'ou=people,dc=example,dc=com', $filter); // finds: php.security.ldap-filter-built-from-strings
}

function find_safe($link, $uid)
{
    return ldap_search($link, 'dc=example,dc=com', '(uid=' . ldap_escape($uid, '', LDAP_ESCAPE_FILTER) . ')'); // ok: php.security.ldap-filter-built-from-strings
}

function find_escaped_before($link, $uid)
{
    $uid = ldap_escape($uid, '', LDAP_ESCAPE_FILTER);
    return ldap_search($link, 'dc=example,dc=com', "(uid=$uid)"); // ok: php.security.ldap-filter-built-from-strings
}

function find_all($link, $base)
{
    return ldap_search($link, "ou=people,$base", '(objectClass=person)'); // ok: php.security.ldap-filter-built-from-strings
}
