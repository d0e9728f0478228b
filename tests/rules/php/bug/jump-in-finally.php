<?php

function load($file)
{
    try {
        return read($file); // ok: php.bug.jump-in-finally
    } finally {
        close($file);
        return null; // finds: php.bug.jump-in-finally
    }
}

function save($file)
{
    try {
        write($file);
    } finally {
        if (!$file->open) {
            return false; // finds: php.bug.jump-in-finally
        }
        array_map(function ($part) {
            return $part->close(); // ok: php.bug.jump-in-finally
        }, $file->parts);
    }
    return true; // ok: php.bug.jump-in-finally
}
