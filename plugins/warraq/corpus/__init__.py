"""
A corpus: more texts than a memory holds, repaired on all cores or on a cluster (`warraq corpus IN… OUT`).

Rows are read in order and cut into pieces (`pieces.py`); a piece is one task of Dask (`piece_work.py`), whose rows a process of its own repairs
(`row_process.py`), so that a row which ends that process is known by its place. What is near to an earlier row is found by sketches on disk
(`near.py`), and the pieces are put together as Parquet (`assembling.py`). Every step leaves a file; a run that was ended goes on behind the last one.
"""
