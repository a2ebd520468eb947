"""Parses every file below each folder with feedparser and prints, as JSON, seconds and files for each.

usage: feedparser_bench.py SECONDS FOLDER...
The first pass warms up; then the folder is passed through until SECONDS are over.
"""
import io
import json
import os
import sys
import time

import feedparser


def measure(folder, seconds):
    bodies = []
    for parent, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            with open(os.path.join(parent, name), "rb") as file:
                bodies.append(file.read())
    one_pass(bodies)
    start, files = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        one_pass(bodies)
        files += len(bodies)
    return {"files": files, "seconds": time.perf_counter() - start}


def one_pass(bodies):
    for body in bodies:
        try:
            feedparser.parse(io.BytesIO(body))
        except Exception:  # a few hostile files make it fail; they count all the same
            pass


print(json.dumps({
    "version": feedparser.__version__,
    "folders": [measure(folder, float(sys.argv[1])) for folder in sys.argv[2:]],
}))
