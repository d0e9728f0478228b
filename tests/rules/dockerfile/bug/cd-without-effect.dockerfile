FROM node:22
# finds: dockerfile.bug.cd-without-effect
RUN cd /srv/app
# finds: dockerfile.bug.cd-without-effect
RUN mkdir -p /srv/app && cd /srv/app
# ok: dockerfile.bug.cd-without-effect
RUN cd /srv/app && npm ci
# ok: dockerfile.bug.cd-without-effect
RUN (cd /srv && make install)
# ok: dockerfile.bug.cd-without-effect
RUN test -d /x || { cd /y && make; }
