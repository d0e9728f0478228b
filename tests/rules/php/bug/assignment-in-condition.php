<?php

function page($user, $role)
{
    if ($role = 'admin') { // finds: php.bug.assignment-in-condition
        return 'all';
    } elseif ($user->active = true) { // finds: php.bug.assignment-in-condition
        return 'own';
    }
    $limit = ($user->level = 0) ? 10 : 100; // finds: php.bug.assignment-in-condition

    if ($row = $user->load()) { // ok: php.bug.assignment-in-condition
        return $row;
    }
    if (($name = trim($role)) !== '') { // ok: php.bug.assignment-in-condition
        return $name;
    }
    while ($line = fgets($user->file)) { // ok: php.bug.assignment-in-condition
        $limit += strlen($line);
    }
    return $role === 'guest' ? $limit = 5 : $limit; // ok: php.bug.assignment-in-condition
}
