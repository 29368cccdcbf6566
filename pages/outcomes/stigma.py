"""Stigma: are people accepted where they live?"""

from monitoring.ui import domain_page

domain_page.show("stigma")
