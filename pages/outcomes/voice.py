"""Voice: what do people say about their own lives?"""

from monitoring.ui import domain_page

domain_page.show("voice")
