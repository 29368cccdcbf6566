"""Support: do people get the help they need, with respect, and how many are helped?"""

from monitoring.ui import domain_page
from monitoring.ui.own_words import page

domain_page.show("support", "people", after=page.of_support, but=page.DRAWN)
