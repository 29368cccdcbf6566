"""The row of the survivors sheet: who came home, how, and what was agreed with them. No names, no birth dates."""

from datetime import date, timedelta

from invent.dice import Dice
from invent.world import Country, Provider, Row, World

AGES = {"0-8": 1.5, "9-17": 7, "18-29": 45, "30-47": 38, "48+": 8.5}
ROUTES = {
    "assisted_voluntary": {"iom": 6, "vrs": 3, "ngo": 3, "embassy": 1},
    "own_initiative": {"own_means": 7, "ngo": 2, "embassy": 1, "other": 1},
    "removed": {"police": 7, "embassy": 2, "other": 1},
    "identified_at_home": {"own_means": 3, "police": 2, "ngo": 2, "other": 1},
}
NRM_STAGES = {
    "not_referred": 4, "awaiting_rg": 1, "negative_rg": 1, "positive_rg_awaiting_cg": 3, "positive_cg": 4,
    "negative_cg": 1, "withdrawn": 0.6, "disqualified": 0.2,
}  # fmt: skip
EXPLOITED_AS = {
    "woman_or_girl": {"SexualExploitation": 5, "Servitude": 3, "ForcedLabour": 3, "ForcedMarriage": 1.2, "Other": 0.3},
    "man_or_boy": {"ForcedLabour": 8, "ForcedBegging": 0.6, "OrganRemoval": 0.2, "Servitude": 0.6, "Other": 0.5},
    "child": {"ChildLabour": 5, "ForcedBegging": 3, "SexualExploitation": 2, "ForcedAdoption": 0.3, "Servitude": 2},
}
RARE_EXPLOITATION = {"ForcedMilitaryByNonStateActors": 1, "Surrogacy": 1, "OrganRemoval": 1, "ForcedAdoption": 1}


def survivor(number: int, country: Country, provider: Provider, returned: date, dice: Dice, world: World) -> Row:
    """One row, complete and coherent. What befalls the person later (consent withdrawn, case closed) is added later."""
    who = _who(country, dice)
    row: Row = {
        "survivor_id": f"{country.code}-{number:04d}",
        "country": country.code,
        "provider_id": provider.id,
        **who,
        "exploitation_types": _exploitation(who, dice),
        **_return(country, returned, dice),
        **_preparation(returned, dice),
        **_help_on_return(returned, dice, world),
        **_consent(str(who["age_band"]), returned, dice),
        "case_status": "active",
    }
    return row


def returns(country: Country, dice: Dice, world: World) -> list[date]:
    """When the country's people came home: a few more every year, and each day in order."""
    span = (world.last_return - world.first_return).days
    days = sorted(int(span * dice.random() ** 0.85) for _ in range(country.people))
    return [world.first_return + timedelta(days=day) for day in days]


def lead_provider(country: Country, returned: date, dice: Dice) -> Provider:
    """The provider that takes the case on; none whose project ends within three months."""
    open_ones = [each for each in country.providers if not each.ended or returned < each.ended - timedelta(days=90)]
    chosen = dice.pick({each.id: each.share for each in open_ones})
    return next(each for each in open_ones if each.id == chosen)


def _who(country: Country, dice: Dice) -> Row:
    women = {
        "woman_or_girl": country.women,
        "man_or_boy": 0.985 - country.women,
        "another": 0.007,
        "not_recorded": 0.008,
    }
    age = dice.pick(AGES)
    row: Row = {"gender": dice.pick(women), "age_band": age}
    if not dice.chance(0.5 if age == "0-8" else 0.06):
        row["disability"] = dice.chance(0.11)
        child = age in ("0-8", "9-17")
        row["disability_source"] = dice.pick({"child_functioning" if child else "wg_short_set": 3, "case_file": 2})
    return row


def _exploitation(who: Row, dice: Dice) -> str:
    group = "child" if who["age_band"] in ("0-8", "9-17") else str(who["gender"])
    weights = EXPLOITED_AS.get(group, EXPLOITED_AS["woman_or_girl"])
    kinds = {dice.pick(weights)}
    if dice.chance(0.18):
        kinds.add(dice.pick(weights))
    if dice.chance(0.015):
        kinds.add(dice.pick(RARE_EXPLOITATION))
    return " ".join(sorted(kinds))


def _return(country: Country, returned: date, dice: Dice) -> Row:
    abroad = dice.pick(country.exploited_in)
    kinds = {"assisted_voluntary": 60, "own_initiative": 18, "removed": 17, "identified_at_home": 5}
    kind = "identified_at_home" if abroad == country.code else dice.pick(kinds)
    routes = {**ROUTES[kind], "vrs": ROUTES[kind].get("vrs", 0) if abroad == "GB" else 0}
    row: Row = {
        "country_of_exploitation": abroad,
        "return_date": returned,
        "return_kind": kind,
        "return_route": dice.pick(routes),
        "nrm_stage": dice.pick(NRM_STAGES) if abroad == "GB" else "not_applicable",
    }
    if abroad == "GB":
        row["refused_referral_for_wish_to_return"] = dice.chance(0.18)
    return row


def _preparation(returned: date, dice: Dice) -> Row:
    """What was done before the return; better prepared with every year."""
    years = (returned - date(2023, 1, 1)).days / 365
    assessed = dice.pick({"none": 45 - 9 * years, "one_country": 38, "joint": 17 + 7 * years})
    need = dice.chance(0.27)
    row: Row = {
        "informed_choice": dice.chance(0.52 + 0.07 * years),
        "legal_advice": dice.chance(0.33 + 0.04 * years),
        "open_proceedings": dice.chance(0.12),
        "risk_assessment": assessed,
        "risk_plan": assessed != "none" and dice.chance(0.6 + 0.05 * years),
        "contact_before_departure": dice.chance(0.48 + 0.08 * years),
        "medical_need": need,
    }
    if need:
        row["medical_arranged"] = dice.chance(0.66)
    unknown = {
        name: "dont_know" for name in ("informed_choice", "legal_advice", "open_proceedings") if dice.chance(0.03)
    }
    return {**row, **unknown}


def _help_on_return(returned: date, dice: Dice, world: World) -> Row:
    assistance = dice.pick({"cash": 25, "in_kind": 25, "mixed": 35, "none": 15})
    row: Row = {"assistance": assistance}
    if assistance in ("cash", "mixed"):
        row["cash_risk_considered"] = dice.chance(0.55)
    plan = returned + timedelta(days=int(dice.gauss(18, 30)))
    if dice.chance(0.82) and plan <= world.today:
        row["plan_date"] = plan
    contact = returned + timedelta(days=min(int(dice.expovariate(1 / 8)), 40))
    if dice.chance(0.94) and contact <= world.today:
        row["first_contact_date"] = contact
    return row


def _consent(age: str, returned: date, dice: Dice) -> Row:
    """Small children are not contacted: nobody asks them anything, so their consent to contact stays refused."""
    decided = returned + timedelta(days=dice.randint(-14, 0))
    row: Row = {
        "consent_record": "withdrawn" if dice.chance(0.008) else "given",
        "consent_contact": "refused" if age == "0-8" or dice.chance(0.05) else "given",
        "consent_research": dice.pick({"given": 45, "refused": 50, "withdrawn": 5}),
        "consent_date": decided,
        "consent_review_on": decided + timedelta(days=365),
    }
    if age == "9-17":
        row["guardian_consent"] = dice.pick({"given": 88, "refused": 10, "withdrawn": 2})
        row["child_assent"] = dice.pick({"given": 90, "refused": 9, "withdrawn": 1})
    agreed = (row["consent_record"], row.get("guardian_consent", "given"), row.get("child_assent", "given"))
    if agreed != ("given", "given", "given"):
        row["consent_contact"] = "refused"
    return row
