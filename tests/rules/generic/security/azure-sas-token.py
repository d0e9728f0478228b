STORE = "https://orders.blob.core.windows.net/x?sv=2023-11-03&ss=b&srt=co&sp=rwdl&se=2027-01-01T00:00:00Z&sig=" + "DMemtfLO6UlSuck2KrziZJWlSlu23iiiIZ8DhOH5iUx%3D"  # finds: generic.security.azure-sas-token
blob.url = "https://orders.blob.core.windows.net/x?sv=2023-11-03&ss=b&srt=co&sp=rwdl&se=2027-01-01T00:00:00Z&sig=" + "MjzmRZdSomSCetnYd76egqOZH9DM8Lt70gXRckMpLm7%3D"  # finds: generic.security.azure-sas-token

STORE = "https://orders.blob.core.windows.net/x?sv=2023-11-03&sp=rwdl&se=2027-01-01&sig={signature}"  # ok: generic.security.azure-sas-token
STORE = "https://orders.dev/x?v=1&sig=short"  # ok: generic.security.azure-sas-token
