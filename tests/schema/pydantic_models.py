"""Pydantic models that datamodel-code-generator wrote of the profile `codegen` give the verdict of their schema.

    python pydantic_models.py MODELS BODIES

MODELS is a folder with a module for each document, whose class is `Body`; BODIES is what `cargo test -p ctslint agreement`
writes.
"""

import importlib
import json
import sys
from collections import Counter

from pydantic import ValidationError


def is_of_other_making(value):
    """Whether a model may take what the schema refuses, or the other way round.

    An optional field that is `None` is absent to it, and it takes no number with a point or an exponent for a whole one.
    """
    if isinstance(value, list):
        return any(map(is_of_other_making, value))
    if isinstance(value, dict):
        return any(map(is_of_other_making, value.values()))
    return value is None or isinstance(value, float)


def takes(model, text):
    try:
        model.model_validate_json(text)
    except ValidationError:
        return False
    return True


def main(models, bodies):
    sys.path.insert(0, models)
    held = {}
    with open(bodies, encoding="utf-8") as lines:
        for body in map(json.loads, lines):
            if is_of_other_making(json.loads(body["text"])):
                continue
            name = body["document"]
            model = importlib.import_module(name.replace("-", "_")).Body
            if takes(model, body["text"]) != body["codegen"]:
                sys.exit(f"{name}: the schema {'takes' if body['codegen'] else 'refuses'} {body['text']}")
            held.setdefault(name, Counter())[body["codegen"]] += 1
    if len(held) < 11 or any(count[True] < 20 or count[False] < 20 for count in held.values()):
        sys.exit(f"too few bodies: {held}")
    print(f"ok: pydantic agrees on {sum(count.total() for count in held.values())} verdicts, profile codegen")


main(*sys.argv[1:])
