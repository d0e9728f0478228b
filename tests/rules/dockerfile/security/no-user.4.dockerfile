FROM ruby:3.3-slim AS base
USER rails

# ok: dockerfile.security.no-user
FROM base
CMD ["bin/rails", "server"]
