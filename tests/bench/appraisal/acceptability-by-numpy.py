"""Ranks options under random weights with NumPy, on one thread: reads a case as JSON, prints seconds of processor and the ranks."""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy

case = json.load(sys.stdin)
values = numpy.array(case["values"])
samples = case["samples"]


def rank_table():
    chance = numpy.random.default_rng(case["seed"])
    table = numpy.zeros((len(values), len(values)))
    block = 65536
    for start in range(0, samples, block):
        size = min(block, samples - start)
        weights = chance.standard_exponential((size, values.shape[1]))
        order = numpy.argsort(-(weights @ values.T), axis=1)
        for rank in range(len(values)):
            table[:, rank] += numpy.bincount(order[:, rank], minlength=len(values))
    return table / samples


rank_table()
started = time.process_time()
found = rank_table()
print(json.dumps({"seconds": time.process_time() - started, "ranks": found.tolist()}))
