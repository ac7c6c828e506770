"""What each sign of a link is worth, in logits: learnt by benchmarks/learn_worth.py, not set by hand.

From 8,615 links in 19 volumes. Beside each sign: how many bear it, and how many of these gold has too.
"""

BASE = 0.92
WORTH = {
    "forename": 1.12,  # 820, 96.7%
    "bare": 1.02,  # 7736, 94.0%
    "honorific": 0.97,  # 982, 98.6%
    "source": 0.84,  # 824, 95.8%
    "formal": 0.71,  # 948, 96.4%
    "formal somewhere": 0.70,  # 2808, 97.1%
    "titled somewhere": 0.58,  # 3567, 95.1%
    "often": 0.56,  # 5787, 95.3%
    "full somewhere": 0.45,  # 2668, 94.2%
    "note": 0.29,  # 1086, 94.8%
    "title": 0.20,  # 1392, 96.6%
    "twice": 0.20,  # 1190, 94.4%
    "other title": 0.01,  # 253, 94.1%
    "president": -0.04,  # 474, 84.4%
    "family name": -0.28,  # 288, 70.8%
    "namesakes": -0.72,  # 261, 84.7%
    "other forename": -0.75,  # 53, 50.9%
    "once": -0.76,  # 1638, 88.5%
    "see another": -0.84,  # 20, 20.0%
    "part": -0.98,  # 164, 69.5%
    "capitals": -1.13,  # 108, 88.9%
    "of something": -1.51,  # 223, 87.4%
    "respelt": -2.49,  # 63, 87.3%
    "preferred": -2.70,  # 498, 63.3%
}
