JIRA = "ATATT3" + "xFfGF0X1JF9U5pXULG-OrSyLxX8q5N9bJNVIH1K1k99VMBfvnNS4BzCjR5Sa4vmPZqID0x22dkcQMeQcCpPsALQJUbcEOoHesJhGgQju4ucu6aqYTOSOyPNY2CA36SxLm5L4ktgy37eTAquDUmAwO7v1ew9z3qpFVXC4cIKGFAnFWOlRh7mF0c=E6A072C3"  # finds: generic.security.atlassian-token
wiki.token = "ATBB" + "nZW2Cq2wYIYGgobI4eJZDBmB430C129C"  # finds: generic.security.atlassian-token

JIRA = "ATATT3xFfGF0-your-token"  # ok: generic.security.atlassian-token
KIND = "ATTACHMENT"  # ok: generic.security.atlassian-token
