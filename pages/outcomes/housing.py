"""Housing: do people have a safe and lasting home?"""

from monitoring.ui import domain_page

domain_page.show("housing")
