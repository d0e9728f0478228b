FROM cimg/base:2024.10
# finds: dockerfile.maintainability.sudo-in-run
RUN sudo apt-get update && apt-get install -y libpq-dev
# ok: dockerfile.maintainability.sudo-in-run
RUN apt-get install -y sudo && echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app
# ok: dockerfile.maintainability.sudo-in-run
RUN usermod -aG sudo app && echo "no sudo here"
RUN set -eux; \
    # finds: dockerfile.maintainability.sudo-in-run
    if [ -d /opt/x ]; then sudo rm -rf /opt/x; fi
