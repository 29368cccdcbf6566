"""Safety: are people safe from traffickers and other abusers?"""

from monitoring.ui import domain_page

domain_page.show("safety")
