<?php

$link = mysqli_connect('db.internal', 'shop', 'tr0ub4dor&3', 'orders'); // finds: php.security.password-in-connection
$pdo = new PDO('mysql:host=db;dbname=shop', "shop", "w1nter-is-long"); // finds: php.security.password-in-connection
$db = new mysqli('localhost', 'root', 'r00tme!'); // finds: php.security.password-in-connection

$pdo = new PDO('mysql:host=db;dbname=shop', 'shop', getenv('DB_PASSWORD')); // ok: php.security.password-in-connection
$link = mysqli_connect('localhost', 'root', ''); // ok: php.security.password-in-connection
$link = mysqli_connect($host, $user, 'password'); // ok: php.security.password-in-connection
$pdo = new PDO('sqlite:shop.db', null, null); // ok: php.security.password-in-connection
