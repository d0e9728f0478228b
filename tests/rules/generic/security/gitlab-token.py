GITLAB = "glpat-" + "Y2CA36SxLm5L4ktgy37K"  # finds: generic.security.gitlab-token
runner.auth = "glrt-" + "TAquDUmAwO7v1ew9z3qP"  # finds: generic.security.gitlab-token
runner.registration = "GR1348941" + "Zqumpm08hsE8JNpjJOQG"  # finds: generic.security.gitlab-token

GITLAB = "glpat-xxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.gitlab-token
BRANCH = "glft-rendering-without-a-compositor"  # ok: generic.security.gitlab-token
PREFIX = "glpat-"  # ok: generic.security.gitlab-token
