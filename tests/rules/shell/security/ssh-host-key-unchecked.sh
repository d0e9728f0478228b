#!/bin/bash
ssh -o StrictHostKeyChecking=no deploy@shop.example restart # finds: shell.security.ssh-host-key-unchecked
rsync -e "ssh -o StrictHostKeyChecking=no" dist/ shop.example: # finds: shell.security.ssh-host-key-unchecked
echo "StrictHostKeyChecking no" >> ~/.ssh/config # finds: shell.security.ssh-host-key-unchecked
ssh -o StrictHostKeyChecking=accept-new shop.example # ok: shell.security.ssh-host-key-unchecked
ssh -o StrictHostKeyChecking=yes shop.example # ok: shell.security.ssh-host-key-unchecked
ssh -o StrictHostKeyChecking=no -p 2222 127.0.0.1 # ok: shell.security.ssh-host-key-unchecked
