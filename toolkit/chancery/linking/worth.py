"""What each sign of a link is worth, in logits: learnt by benchmarks/learn_worth.py, not set by hand.

From 8,615 links in 19 volumes. Beside each sign: how many bear it, and how many of these gold has too.
"""

BASE = 0.95
WORTH = {
    "forename": 1.14,  # 820, 96.7%
    "bare": 1.00,  # 7736, 94.0%
    "honorific": 0.96,  # 982, 98.6%
    "source": 0.84,  # 824, 95.8%
    "formal": 0.72,  # 948, 96.4%
    "formal somewhere": 0.66,  # 2808, 97.1%
    "often": 0.59,  # 5787, 95.3%
    "titled somewhere": 0.55,  # 3567, 95.1%
    "full somewhere": 0.41,  # 2668, 94.2%
    "title": 0.31,  # 1392, 96.6%
    "note": 0.28,  # 1086, 94.8%
    "twice": 0.19,  # 1190, 94.4%
    "other title": 0.00,  # 253, 94.1%
    "president": -0.04,  # 474, 84.4%
    "family name": -0.31,  # 288, 70.8%
    "namesakes": -0.71,  # 261, 84.7%
    "other forename": -0.73,  # 53, 50.9%
    "once": -0.78,  # 1638, 88.5%
    "see another": -0.85,  # 20, 20.0%
    "part": -0.98,  # 164, 69.5%
    "capitals": -1.12,  # 108, 88.9%
    "of something": -1.51,  # 223, 87.4%
    "respelt": -2.00,  # 91, 86.8%
    "preferred": -2.64,  # 498, 63.3%
}
