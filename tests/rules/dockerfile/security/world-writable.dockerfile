FROM debian:bookworm
# ok: dockerfile.security.world-writable
RUN chmod 1777 /tmp && chmod 755 /usr/local/bin/entrypoint.sh
# finds: dockerfile.security.world-writable
RUN mkdir -p /data && chmod -R a+rwX /data
# finds: dockerfile.security.world-writable
COPY --chmod=0777 scripts/ /opt/scripts/
# ok: dockerfile.security.world-writable
COPY --chmod=0755 bin/ /opt/bin/
# ok: dockerfile.security.world-writable
RUN chmod a+x /opt/bin/run && chmod g+w /data && echo 'chmod 777 /' > /dev/null
# finds: dockerfile.security.world-writable
RUN chown app /srv && chmod 0666 /srv/state.db
