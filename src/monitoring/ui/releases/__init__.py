"""The parts of the page of releases. They show published cells only: no true count ever reaches a screen from here."""
