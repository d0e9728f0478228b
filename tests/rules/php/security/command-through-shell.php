<?php

function thumbnail(string $name): string
{
    exec("convert $name -resize 100x100 thumb.png"); // finds: php.security.command-through-shell
    $command = 'identify ' . $name;
    return shell_exec($command); // finds: php.security.command-through-shell
}

function archive($folder, $target)
{
    $listing = `ls -l $folder`; // finds: php.security.command-through-shell
    $handle = popen("tar cz {$folder}", 'r'); // finds: php.security.command-through-shell
    exec('tar czf ' . escapeshellarg($target) . ' ' . escapeshellarg($folder)); // ok: php.security.command-through-shell
    proc_open(['tar', 'czf', $target, $folder], [], $pipes); // ok: php.security.command-through-shell
    return $listing . stream_get_contents($handle);
}

function quoted_before($file)
{
    $file = escapeshellarg($file);
    passthru("file $file"); // ok: php.security.command-through-shell
    system('uptime'); // ok: php.security.command-through-shell
}

function running(int $pid): bool
{
    return (bool) exec("ps -p $pid"); // ok: php.security.command-through-shell
}

function through_format($host)
{
    return system(sprintf('ping -c 4 %s', $host)); // missing: php.security.command-through-shell
}
