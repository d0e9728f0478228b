MODEL = "gsk_" + "OItWDEiZWbCySjWk1LP9WGdyb3FYD6r3xVlWwcArBDPsr04vjuGs"  # finds: generic.security.model-service-key
answers.key = "sk-or-v1-" + "a2e4699f8c34ef7bf8fbc5c13650efbebe1d19157458adf5964f0f1341580e5c"  # finds: generic.security.model-service-key
KEY_2 = "xai-" + "EB4GzYPaSDSMRiKVBkJe9Q5E6q8hqsUyMVM0xRAXV2MusUo4TOzrcpknRRe8Cvs82ejr4uLVlA8wvVmk"  # finds: generic.security.model-service-key
KEY_3 = "pplx-" + "8ekGfAdxBlrLekVNv9OVEoYS3ndHIcLM8Kms6LJvONCixSFV"  # finds: generic.security.model-service-key
KEY_4 = "r8_" + "Am8svAYnwAOwgpX1XLPUszwZ5pZPmNiMeXp43"  # finds: generic.security.model-service-key
KEY_5 = "pcsk_" + "QzxOGr_VIw6HY3G92hUmUw8jkVhdNIsRvwvtVdURChxdczqRBID4kiKdjw5Hja5Tu4NP4L"  # finds: generic.security.model-service-key
KEY_6 = "lsv2_" + "pt_5dc360c97f9f88d7c890bc82a28f90d9_04e8c785be"  # finds: generic.security.model-service-key

MODEL = "gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.model-service-key
MODEL = "sk-or-v1-your-key"  # ok: generic.security.model-service-key
NAME = "xai-explainability-of-the-models"  # ok: generic.security.model-service-key
