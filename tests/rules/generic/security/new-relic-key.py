RELIC = "NRAK-" + "POBPFOOPY4977VBURVERFABCHR2"  # finds: generic.security.new-relic-key
agent.key = "81fb54765376120dd7" + "d7456693bd56d6f3a8NRAL"  # finds: generic.security.new-relic-key

RELIC = "NRAK-xxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.new-relic-key
code = "NRAK-2024"  # ok: generic.security.new-relic-key
