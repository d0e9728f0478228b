FROM python:3.12 AS web
# finds: dockerfile.bug.several-commands
CMD ["gunicorn", "app:app"]
CMD ["uvicorn", "app:app"]
FROM web AS worker
# ok: dockerfile.bug.several-commands
CMD ["celery", "worker"]
FROM web
# finds: dockerfile.bug.several-commands
ENTRYPOINT ["/entry.sh"]
ENTRYPOINT ["/init", "/entry.sh"]
# ok: dockerfile.bug.several-commands
CMD ["serve"]
