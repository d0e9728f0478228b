<?php

function may_edit(string $role, int $level, bool $debug): bool
{
    if ($role == 'admin' || 'editor') { // finds: php.bug.literal-as-condition
        return true;
    }
    if ($level === 1 || 2) { // finds: php.bug.literal-as-condition
        return true;
    }
    if ($role == 'admin' || $role == 'editor') { // ok: php.bug.literal-as-condition
        return true;
    }
    if ($debug || 1) { // ok: php.bug.literal-as-condition
        return true;
    }
    return ($role === 'guest') || $level; // ok: php.bug.literal-as-condition
}
