<?php

function same($first, $second): bool
{
    if ($first->id === $first->id) { // finds: php.bug.compared-with-itself
        return true;
    }
    if ($first['name'] != $first['name']) { // finds: php.bug.compared-with-itself
        return false;
    }
    if ($second && $second) { // finds: php.bug.compared-with-itself
        return true;
    }
    if ($first->next() == $first->next()) { // ok: php.bug.compared-with-itself
        return true;
    }
    if ($first->id === $second->id) { // ok: php.bug.compared-with-itself
        return true;
    }
    return $first['name'] == $first['label']; // ok: php.bug.compared-with-itself
}
