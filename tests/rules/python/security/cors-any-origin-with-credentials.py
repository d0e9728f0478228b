from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask
from flask_cors import CORS

app = Flask(__name__)
CORS(app, origins="*", supports_credentials=True)  # finds: python.security.cors-any-origin-with-credentials
CORS(app, supports_credentials=True)  # finds: python.security.cors-any-origin-with-credentials

api = FastAPI()
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)  # finds: python.security.cors-any-origin-with-credentials

CORS_ALLOW_ALL_ORIGINS = True  # finds: python.security.cors-any-origin-with-credentials
CORS_ALLOW_CREDENTIALS = True


def narrow(other):
    CORS(other)  # ok: python.security.cors-any-origin-with-credentials
    CORS(other, origins=["https://shop.example"], supports_credentials=True)  # ok: python.security.cors-any-origin-with-credentials
    other.add_middleware(CORSMiddleware, allow_origins=["*"])  # ok: python.security.cors-any-origin-with-credentials
    other.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"], allow_credentials=True)  # ok: python.security.cors-any-origin-with-credentials


ORIGINS = ["*"]
api.add_middleware(CORSMiddleware, allow_origins=ORIGINS, allow_credentials=True)  # missing: python.security.cors-any-origin-with-credentials
