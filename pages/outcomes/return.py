"""Return: was the return prepared and safe, step by step from the decision to the first service?"""

from monitoring.ui import domain_page
from monitoring.ui.journey import page

domain_page.show("return", before=page.show)
