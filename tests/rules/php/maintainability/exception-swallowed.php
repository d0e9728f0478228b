<?php

try {
    send($message);
    // finds: php.maintainability.exception-swallowed
} catch (\Exception $e) {
}

try {
    send($message);
} catch (Throwable) {} // finds: php.maintainability.exception-swallowed

try {
    send($message);
} catch (Exception $e) { // ok: php.maintainability.exception-swallowed
    // the mail is only a courtesy
}

try {
    unlink($file);
} catch (FileNotFoundException $e) { // ok: php.maintainability.exception-swallowed
}
