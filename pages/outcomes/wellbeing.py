"""Wellbeing: how do people feel?"""

from monitoring.ui import domain_page

domain_page.show("wellbeing")
