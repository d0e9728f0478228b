<?php

function allowed(string $path, string $role, array $roles): bool
{
    if (strpos($path, '..')) { // finds: php.bug.position-as-truth
        return false;
    }
    if (!array_search($role, $roles)) { // finds: php.bug.position-as-truth
        return false;
    }
    if ($role && stripos($path, 'admin') == false) { // finds: php.bug.position-as-truth
        return true;
    }
    $kind = strpos($path, 'home') ? 'path' : 'name'; // finds: php.bug.position-as-truth
    $at = strpos($path, 'home') ?: 0; // ok: php.bug.position-as-truth
    $scheme = strpos($path, '://') ? 'url' : 'path'; // ok: php.bug.position-as-truth

    if (strpos($path, '/') !== false) { // ok: php.bug.position-as-truth
        return true;
    }
    if (strpos($path, '@') > 0) { // ok: php.bug.position-as-truth
        return false;
    }
    if (($at = strpos($path, '@')) === 0) { // ok: php.bug.position-as-truth
        return false;
    }
    return strpos($path, 'x') === 0 && $kind; // ok: php.bug.position-as-truth
}
