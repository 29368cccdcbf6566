"""The steps as text, the running one marked. They are not buttons: the way on stands in the step itself."""

import streamlit as st

from monitoring.ui.desk.state import Step
from monitoring.words import say


def show(running: Step) -> None:
    steps = [step for step in Step if step is not Step.MATCH or running is step]  # few workbooks need it
    said = []
    for number, step in enumerate(steps, 1):
        words = f"{number} {say(f'screens.desk.steps.{step}')}"
        if step is running:
            said.append(f"**:primary[{words}]**")
        else:
            said.append(words if steps.index(step) < steps.index(running) else f":gray[{words}]")
    st.markdown("\u2002›\u2002".join(said))
