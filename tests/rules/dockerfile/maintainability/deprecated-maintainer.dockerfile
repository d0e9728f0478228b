FROM debian:12 AS a
# finds: dockerfile.maintainability.deprecated-maintainer
MAINTAINER team@example.com
# ok: dockerfile.maintainability.deprecated-maintainer
LABEL maintainer="team@example.com"
FROM debian:12
# finds: dockerfile.maintainability.deprecated-maintainer
maintainer team@example.com
# ok: dockerfile.maintainability.deprecated-maintainer
RUN echo MAINTAINER
