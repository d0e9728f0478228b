ALERTS = "https://orders.webhook.office.com" + "/webhookb2/57b9db51-b835-f14d-000d-a27569d906af@3a291ae3-1acf-b3b5-377c-de211632d78e/IncomingWebhook/87a037a8041c590f4bfb60c93567cec6/0d36000a-a80d-66b5-2abc-4d4ee37fad15"  # finds: generic.security.microsoft-teams-webhook
hook.url = "https://orders.webhook.office.com" + "/webhookb2/a1c292ee-d7d8-0434-ddbc-b3f52cdd0e2f@98b7be88-2fbf-60c5-6f45-0f1c2aa11c57/IncomingWebhook/8fc663ef8ae804a39b9a907a7695241b/ee3f5771-5f2d-92e0-398e-6520f8b4bc92"  # finds: generic.security.microsoft-teams-webhook

ALERTS = "https://orders.webhook.office.com/webhookb2/<group>@<tenant>/IncomingWebhook/<id>/<owner>"  # ok: generic.security.microsoft-teams-webhook
ALERTS = f"https://{tenant}.webhook.office.com/webhookb2/{path}"  # ok: generic.security.microsoft-teams-webhook
