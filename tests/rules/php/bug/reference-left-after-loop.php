<?php

function doubled(array $prices): array
{
    foreach ($prices as &$price) {
        $price *= 2;
    }
    foreach ($prices as $price) { // finds: php.bug.reference-left-after-loop
        echo $price;
    }
    return $prices;
}

function named(array $users, array $others): void
{
    foreach ($users as $id => &$user) {
        $user['id'] = $id;
    }
    log_count(count($users));
    foreach ($others as $id => $user) { // finds: php.bug.reference-left-after-loop
        save($user);
    }
}

function unset_between(array $prices): void
{
    foreach ($prices as &$price) {
        $price *= 2;
    }
    unset($price);
    foreach ($prices as $price) { // ok: php.bug.reference-left-after-loop
        echo $price;
    }
}

function other_name(array $prices): void
{
    foreach ($prices as &$price) {
        $price *= 2;
    }
    foreach ($prices as $shown) { // ok: php.bug.reference-left-after-loop
        echo $shown;
    }
    foreach ($prices as &$price) { // ok: php.bug.reference-left-after-loop
        $price /= 2;
    }
}
