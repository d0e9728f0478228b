<?php

try {
    send($message);
} catch (\Exception $e) { // ok: php.bug.handler-that-never-matches
    report($e);
} catch (TimeoutException $e) { // finds: php.bug.handler-that-never-matches
    retry($message);
}

try {
    send($message);
} catch (Throwable $e) {
    report($e);
} catch (TypeError $e) { // finds: php.bug.handler-that-never-matches
    fix($message);
}

try {
    send($message);
} catch (TimeoutException $e) {
    retry($message);
} catch (Exception $e) { // ok: php.bug.handler-that-never-matches
    report($e);
} catch (Error $e) { // ok: php.bug.handler-that-never-matches
    report($e);
}
