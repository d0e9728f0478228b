<?php

mail('shop@example.com', 'Question', $text, 'From: ' . $_POST['email']); // finds: php.security.mail-header-from-request
mail($_POST['to'], 'Your order', $text); // finds: php.security.mail-header-from-request
mail('shop@example.com', 'Question', $text, '', "-f{$_POST['email']}"); // finds: php.security.mail-header-from-request

mail('shop@example.com', 'Question', $_POST['text'], ['From' => 'web@example.com']); // ok: php.security.mail-header-from-request
$mailer->mail($_POST['to']); // ok: php.security.mail-header-from-request
mail($customer->email, 'Your order', $_POST['text']); // ok: php.security.mail-header-from-request
