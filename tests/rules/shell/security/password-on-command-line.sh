#!/bin/bash
mysqldump -u shop -p"$PASSWORD" shop > shop.sql # finds: shell.security.password-on-command-line
sshpass -p "$PASSWORD" scp shop.sql backup: # finds: shell.security.password-on-command-line
redis-cli -a s3cr3t-word ping # finds: shell.security.password-on-command-line
mysql --user=shop --password="$PASSWORD" -e 'SHOW TABLES' # finds: shell.security.password-on-command-line
mysql -u shop -p -e 'SHOW TABLES' # ok: shell.security.password-on-command-line
sshpass -f /etc/shop/pass scp shop.sql backup: # ok: shell.security.password-on-command-line
mysql --defaults-extra-file=/etc/shop/my.cnf # ok: shell.security.password-on-command-line
REDISCLI_AUTH="$PASSWORD" redis-cli ping # ok: shell.security.password-on-command-line
mysqladmin -P 3307 status # ok: shell.security.password-on-command-line
