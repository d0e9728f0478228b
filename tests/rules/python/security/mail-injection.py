"""Messages that visitors send to a desk."""

import smtplib

from django.core.mail import send_mail
from flask import Flask, jsonify, request

app = Flask(__name__)
DESK = "desk@example.org"
SUBJECTS = {"bill": "A bill", "visit": "A visit"}


def deliver(text):
    with smtplib.SMTP("mail.example.org") as server:
        server.sendmail("web@example.org", [DESK], text)  # finds: python.security.mail-injection


@app.post("/contact")
def contact():
    deliver(f"From: {request.form['from']}\r\nSubject: Question\r\n\r\n{request.form['text']}")
    return jsonify(sent=True)


@app.post("/forward")
def forward():
    with smtplib.SMTP("mail.example.org") as server:
        text = "Subject: " + request.form["subject"] + "\n\nsee the page"
        server.sendmail("web@example.org", [DESK], text)  # finds: python.security.mail-injection
    return jsonify(sent=True)


@app.post("/ask")
def ask():
    subject = SUBJECTS.get(request.form["subject"], "A question")
    with smtplib.SMTP("mail.example.org") as server:
        server.sendmail("web@example.org", [DESK], f"Subject: {subject}\n\nsee the page")  # ok: python.security.mail-injection
    return jsonify(sent=True)


@app.post("/call-back")
def call_back():
    number = int(request.form["number"])
    send_mail("Call back", f"Please call {number}", "web@example.org", [DESK])  # ok: python.security.mail-injection
    return jsonify(sent=True)
