"""The rows of the service directory. Names are invented and say so; a shelter has no address here or anywhere."""

from datetime import timedelta

from invent.dice import Dice
from invent.world import Country, Provider, Row, World

SERVICES = {
    "NGO": ("counselling", "housing", "shelter", "learning", "income", "family", "safety"),
    "LegalService": ("legal", "documents", "safety"),
    "HealthServiceOrganisation": ("health", "counselling"),
    "CorporateBusiness": ("learning", "income"),
    "CentralGovernmentOrganisation": ("documents", "legal", "shelter", "safety", "family_tracing"),
    "LocalGovernmentOrganisation": ("documents", "income", "housing", "childcare", "other"),
}


def directory(country: Country, dice: Dice, world: World) -> list[Row]:
    """One row for each provider of the country."""
    return [_row(country, provider, dice, world) for provider in country.providers]


def _row(country: Country, provider: Provider, dice: Dice, world: World) -> Row:
    public = provider.type.endswith("GovernmentOrganisation")
    verified = provider.ended or world.today - timedelta(days=dice.choice((12, 40, 75, 120, 165, 230)))
    serves = {"women": 0.95, "men": 0.7, "children": 0.45, "families": 0.5, "people_with_disabilities": 0.4,
              "people_of_another_gender": 0.3}  # fmt: skip
    return {
        "provider_id": provider.id,
        "provider_name": provider.name,
        "country": country.code,
        "provider_type": provider.type,
        "services": " ".join(dice.subset(dict.fromkeys(SERVICES[provider.type], 0.8))) or "other",
        "costed": "free" if public else dice.pick({"free": 6, "mixed": 3, "costed": 1}),
        "capacity": dice.choice((12, 20, 30, 45, 60, 120)),
        "serves": " ".join(dice.subset(serves)) or "women",
        "languages": country.languages,
        "reach": "national" if public else dice.pick({"local": 1, "district": 3, "region": 3, "national": 2}),
        "last_verified_on": verified,
    }
