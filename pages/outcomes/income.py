"""Income: can people live on what they have?"""

from monitoring.ui import domain_page

domain_page.show("income")
