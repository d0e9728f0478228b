FROM python:3.12-slim AS base
ARG RUNTIME_USER=root
RUN pip install gunicorn

FROM base
COPY . /app
# finds: dockerfile.security.root-user
USER ${RUNTIME_USER}
CMD ["gunicorn", "app:app"]
