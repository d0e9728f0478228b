DOPPLER = "dp.pt." + "iooQVSqqdGt8cxWLN0eXAfDlfd5e7RjmZE87Bs9IuXb"  # finds: generic.security.doppler-token
vault.token = "dp.st." + "prd.UYcLCoe69L17BCCgU8SBungBrfAcKppd82c9tF0CFwx"  # finds: generic.security.doppler-token

DOPPLER = "dp.pt.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.doppler-token
step = dp.st.value  # ok: generic.security.doppler-token
