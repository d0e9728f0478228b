import numpy as np
import torch
from transformers import AutoModel


def resume(path):
    state = torch.load(path, map_location="cpu", weights_only=False)  # finds: python.security.model-file-runs-code
    extra = np.load(path + ".npz", allow_pickle=True)  # finds: python.security.model-file-runs-code
    return state, extra


def encoder(name):
    return AutoModel.from_pretrained(name, trust_remote_code=True)  # finds: python.security.model-file-runs-code


def safe(path, name):
    state = torch.load(path, weights_only=True)  # ok: python.security.model-file-runs-code
    extra = np.load(path + ".npz")  # ok: python.security.model-file-runs-code
    model = AutoModel.from_pretrained(name, revision="4f2c1d9")  # ok: python.security.model-file-runs-code
    return state, extra, model


def configured(path, trusted):
    return torch.load(path, weights_only=not trusted)  # missing: python.security.model-file-runs-code
