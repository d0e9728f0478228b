STORAGE = "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=" + "QNo8ebnDNXF4j+MhGV1CDLY9xXh2C34rcXd4wfepDqWOqiWNKwcNFjmK5ogb87ZRSHBiWDhybhYoBtPbcNd4Tw==;EndpointSuffix=core.windows.net"  # finds: generic.security.azure-storage-key
BUS = "Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=" + "XmZlmD+401xo3WP+MamKWONsSTjLkNxrKoQPTa9VY2U="  # finds: generic.security.azure-storage-key

EMULATOR = "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="  # ok: generic.security.azure-storage-key
STORAGE = "AccountName=orders;AccountKey={0};EndpointSuffix=core.windows.net".format(key)  # ok: generic.security.azure-storage-key
STORAGE = "AccountName=orders;AccountKey=<key>"  # ok: generic.security.azure-storage-key
