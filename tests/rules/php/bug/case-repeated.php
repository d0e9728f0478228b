<?php

function rank(string $state, int $code): int
{
    switch ($state) {
        case 'new': // ok: php.bug.case-repeated
            return 1;
        case 'paid':
            return 2;
        case 'new': // finds: php.bug.case-repeated
            return 3;
    }
    switch ($code) {
        case 1: // ok: php.bug.case-repeated
        case 2:
        case 1: // finds: php.bug.case-repeated
            return 5;
    }
    switch ($code) {
        case 1: // ok: php.bug.case-repeated
            return 6;
        default:
            return 7;
    }
}
