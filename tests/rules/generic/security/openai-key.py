OPENAI = "sk-" + "SahR4knZUJSvH9UL5IrYT3BlbkFJhm4q5HDLbY9EaRRd0uxH"  # finds: generic.security.openai-key
assistant.key = "sk-proj-" + "-1acNrqKoTLjUfCANY0IPDPEVmCGVacVCOHRWY15Rp7GSQbJG67pCLCA3xWEE1k_wEcXm8Q76iT3BlbkFJ4T2dbPFakACOrXJIV2jkNWAJyGfdoz9H1fdbX9gXK4dqsEtzUZEaUgVT6ogBKHMfE62LqN-1yg"  # finds: generic.security.openai-key

OPENAI = "sk-your-key-here-T3BlbkFJ-and-the-rest-of-it"  # ok: generic.security.openai-key
MARK = "T3BlbkFJ"  # ok: generic.security.openai-key
OPENAI = "sk-xxxxxxxxxxxxxxxxxxxxT3BlbkFJxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.openai-key
