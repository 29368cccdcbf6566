"""Return: was the return prepared and safe?"""

from monitoring.ui import domain_page

domain_page.show("return")
