"""The draw restated in Python (A.7): hmac and heapq over N ids, one in a hundred drawn. python3 bench/tickets.py 1000000"""
import hashlib
import heapq
import hmac
import sys
import time

count = int(sys.argv[1])
ids = [b"91530999MA6%07d" % number for number in range(count)]
key = hashlib.sha256(b"key").digest()
start = time.perf_counter()
drawn = heapq.nsmallest(count // 100, ((hmac.digest(key, each, "sha256"), each) for each in ids))
seconds = time.perf_counter() - start
print(f"{count} tickets, {len(drawn)} drawn: {seconds:.2f} s, {count / seconds / 1e6:.2f} M/s")
