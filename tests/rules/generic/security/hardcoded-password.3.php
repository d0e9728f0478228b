<?php
define('DB_PASSWORD', 'grebe_44_Lantern');  // finds: generic.security.hardcoded-password
define("FTP_PASSWORD", "OZH9DM8Lt70gXRckMpLm");  // finds: generic.security.hardcoded-password
define('DB_PASSWORD', 'database_password_here');  // ok: generic.security.hardcoded-password
define('DB_PASSWORD', getenv('DB_PASSWORD'));  // ok: generic.security.hardcoded-password
define('PASSWORD_FIELD', 'password2');  // ok: generic.security.hardcoded-password
