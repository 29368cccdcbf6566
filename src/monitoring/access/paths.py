"""The server's addresses as the gate sorts them: open to all, closed to all, and those before a sign-in is whole."""

SIGN_IN, SIGN_OUT, ACCOUNT, LEAVE, LEFT = "/sign-in", "/sign-out", "/account", "/leave", "/left"
HEALTH = "/health"
UPLOADS = "/_stcore/upload_file"

PUBLIC = (SIGN_IN, LEFT, HEALTH, "/favicon.png", "/favicon.svg", "/_stcore/health")
PUBLIC_BELOW = ("/oidc/", "/static/")
CLOSED_BELOW = (
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/script-health-check",
    "/auth",
    "/oauth2callback",
    "/app/static",
)
FOR_THE_HALF_SIGNED_IN = (ACCOUNT, SIGN_OUT, LEAVE)
