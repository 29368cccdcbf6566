"""What every answer tells the browser: load nothing from elsewhere, show this in no frame, keep nothing."""

import base64
import re
from hashlib import sha256
from pathlib import Path

_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)

Headers = list[tuple[bytes, bytes]]


def security_headers(page: Path, *, is_https: bool) -> Headers:
    """For a server whose one page of HTML is `page`: its own inline scripts may run, by their hashes, and no others."""
    headers = [
        (b"content-security-policy", content_policy(page.read_bytes()).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"referrer-policy", b"same-origin"),  # with no-referrer browsers say "Origin: null" when a form is sent
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
    ]
    return [*headers, (b"strict-transport-security", b"max-age=31536000")] if is_https else headers


def content_policy(html: bytes) -> str:
    """The Content-Security-Policy. Styles may be inline: Streamlit's components write theirs that way."""
    hashes = (base64.b64encode(sha256(script).digest()).decode() for script in _INLINE_SCRIPT.findall(html))
    scripts = " ".join(f"'sha256-{each}'" for each in hashes)
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'wasm-unsafe-eval' {scripts}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
