CLOUD = "glc_eyJ" + "vIjoiNjE5MzM3IiwibiI6InNob3AiLCJrIjoiWlIxZGhFTkh3d2xOdWUzSUhZOUFsVWhLIiwibSI6eyJyIjoiZXUifX0="  # finds: generic.security.grafana-cloud-token
stack.token = "glc_eyJ" + "vIjoiMTk0NTM0IiwibiI6InNob3AiLCJrIjoiQVg0Q1JRdnBTM21VWk5wODBxN2Izd1V5IiwibSI6eyJyIjoiZXUifX0="  # finds: generic.security.grafana-cloud-token

CLOUD = "glc_eyJ-your-token"  # ok: generic.security.grafana-cloud-token
CLOUD = "glc_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.grafana-cloud-token
