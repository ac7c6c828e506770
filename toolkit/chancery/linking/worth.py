"""What each sign of a link is worth, in logits: learnt by benchmarks/learn_worth.py, not set by hand.

From 8,618 links in 19 volumes. Beside each sign: how many bear it, and how many of these gold has too.
"""

BASE = 0.90
WORTH = {
    "forename": 1.12,  # 821, 96.7%
    "bare": 1.02,  # 7738, 94.0%
    "honorific": 0.96,  # 985, 98.6%
    "source": 0.85,  # 824, 95.8%
    "formal somewhere": 0.72,  # 2809, 97.1%
    "formal": 0.71,  # 949, 96.4%
    "titled somewhere": 0.64,  # 3555, 95.4%
    "often": 0.55,  # 5788, 95.3%
    "full somewhere": 0.46,  # 2670, 94.2%
    "note": 0.30,  # 1086, 94.8%
    "twice": 0.20,  # 1190, 94.4%
    "title": 0.16,  # 1392, 96.6%
    "other title": 0.02,  # 253, 94.1%
    "president": -0.09,  # 474, 84.4%
    "family name": -0.27,  # 288, 70.8%
    "once": -0.75,  # 1640, 88.5%
    "namesakes": -0.75,  # 263, 84.0%
    "other forename": -0.75,  # 53, 50.9%
    "see another": -0.83,  # 20, 20.0%
    "part": -0.97,  # 164, 69.5%
    "capitals": -1.13,  # 108, 88.9%
    "of something": -1.50,  # 223, 87.4%
    "respelt": -2.49,  # 63, 87.3%
    "preferred": -2.73,  # 496, 63.5%
}
