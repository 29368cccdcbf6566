"""Voice: what do people say about their own lives, and what do they put first?"""

from monitoring.ui import domain_page
from monitoring.ui.own_words import page

domain_page.show("voice", after=page.of_voice, but=page.DRAWN)
