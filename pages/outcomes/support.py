"""Support: do people get the help they need, with respect, and how many are helped?"""

from monitoring.ui import domain_page

domain_page.show("support", "people")
