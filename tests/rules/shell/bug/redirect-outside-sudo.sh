#!/bin/bash
sudo echo "vm.swappiness=10" > /etc/sysctl.d/90-swap.conf # finds: shell.bug.redirect-outside-sudo
sudo cat key.asc >> /usr/share/keyrings/shop.asc # finds: shell.bug.redirect-outside-sudo
echo 1 | sudo tee /proc/sys/vm/drop_caches > /dev/null # ok: shell.bug.redirect-outside-sudo
sudo apt-get update > /dev/null # ok: shell.bug.redirect-outside-sudo
sudo sh -c 'echo 1 > /proc/sys/vm/drop_caches' # ok: shell.bug.redirect-outside-sudo
sudo dmesg > boot.log # ok: shell.bug.redirect-outside-sudo
