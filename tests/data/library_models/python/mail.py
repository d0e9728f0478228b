import smtplib
from email.message import EmailMessage
from email.mime.text import MIMEText

from flask import Flask, request

app = Flask(__name__)


@app.route("/", methods=["POST"])
def index():
    subject, body = request.form["subject"], request.form["body"]
    message = MIMEText(body)  # ok
    message["Subject"] = subject  # finds: request > mail
    message["From"] = "shop@example.org"  # ok
    message.add_header("X-Subject", subject)  # finds: request > mail
    server = smtplib.SMTP("example.org")
    server.sendmail("shop@example.org", "you@example.org", "Subject: " + subject + "\n\n" + body)  # finds: request > mail
    server.sendmail("shop@example.org", "you@example.org", message.as_string())  # ok
    safe = EmailMessage()
    safe["Subject"] = subject  # ok
    server.send_message(safe)  # ok
    smtplib.SMTP(request.form["host"])  # finds: request > url
    return "sent"
