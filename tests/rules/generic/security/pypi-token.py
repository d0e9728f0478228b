PYPI = "pypi-AgE" + "IcHlwaS5vcmcCJDVhMWMzZTc3LTBmMmItNGQxOS04YTZlLTNiOWQyN2M0ZTgxMAACKlszLCI2NDc2NDMwNWQyM2E0OTc1NWYyNDY5YTkiXQAABiBdUrtzNkUz6ec4ZCL266yftrQ3H_lRNoYSpzrF5svo9A"  # finds: generic.security.pypi-token
upload.auth = "pypi-AgE" + "IcHlwaS5vcmcCJDVhMWMzZTc3LTBmMmItNGQxOS04YTZlLTNiOWQyN2M0ZTgxMAACKlszLCJmODkxMWI4MTk3Y2NiZjgyZjVkZDM4YjAiXQAABiD7bd2MwQ0ThBHRr_WxBm-UHOmvHf9WUFwMy40sfcexqA"  # finds: generic.security.pypi-token

PYPI = "pypi-AgEIcHlwaS5vcmcCJDEyMzQ1Njc4"  # ok: generic.security.pypi-token
PYPI = "pypi-AgE" + "RyhJzS98rCMEj5HZPwwQY44cT_TftkMIwM1x3YiovrIY2eyBO3xsbYmwYER-DggkcvjMxfc3Ae_Wl-bRmNpqY48-tB"  # ok: generic.security.pypi-token
NAME = "pypi-AgE" + os.environ["PYPI"]  # ok: generic.security.pypi-token
