HUB = "hf_" + "dsSwYtxOznGprtfbvqXRYzfKVbfdXYcEFD"  # finds: generic.security.hugging-face-token
hub.organisation = "api_org_" + "WxpSeLvacNqymzcPREamMptzVxLsRTvsDr"  # finds: generic.security.hugging-face-token

HUB = "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.hugging-face-token
from transfer import hf_DownloadModelWeightsFromTheHubCache  # ok: generic.security.hugging-face-token
HUB = "hf_" + os.environ["HUB"]  # ok: generic.security.hugging-face-token
