<?php

$all = [];
foreach ($pages as $page) {
    $all = array_merge($all, $page->items()); // finds: php.performance.array-merged-in-loop
}

while ($batch = $queue->next()) {
    if ($batch->open) {
        $this->rows = array_merge($this->rows, $batch->rows()); // finds: php.performance.array-merged-in-loop
    }
}

foreach ($pages as $page) {
    $options = array_merge($defaults, $page->options()); // ok: php.performance.array-merged-in-loop
    $byName[$page->name] = array_merge($byName[$page->name], $page->tags()); // ok: php.performance.array-merged-in-loop
    $parts[] = $page->items();
}
$all = array_merge($all, ...$parts); // ok: php.performance.array-merged-in-loop
