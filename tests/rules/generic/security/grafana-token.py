GRAFANA = "glsa_" + "vcTq05OsEAq9Xdb2Qr6vRx6IXnaAUScU_65720345"  # finds: generic.security.grafana-token
board.token = "glsa_" + "4WfXRr7gubWOYsrcKNrpBRLZLP8avvIe_873d4c49"  # finds: generic.security.grafana-token

GRAFANA = "glsa_4HvIRuWZNTuwG1zbZkRpzb4Tk5wLC4xw_4e2e9505"  # its checksum is wrong  # ok: generic.security.grafana-token
GRAFANA = "glsa_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.grafana-token
