<?php

$rules = [
    'name' => 'required', // finds: php.bug.repeated-array-key
    'mail' => 'email', // ok: php.bug.repeated-array-key
    'name' => 'max:20',
];

$states = [1 => 'new', 2 => 'paid']; // ok: php.bug.repeated-array-key
$twice = [1 => 'new', 1 => 'paid']; // finds: php.bug.repeated-array-key
$pairs = ['a', 'b', 'a']; // ok: php.bug.repeated-array-key
$nested = ['a' => ['x' => 1], 'b' => ['x' => 2]]; // ok: php.bug.repeated-array-key
