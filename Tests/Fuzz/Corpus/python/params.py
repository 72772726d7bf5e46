import os

LR: float = 1e-3
EPOCHS = 1_000
LAYERS = [64, 32]


class Train:
    '''Settings: x = 1'''

    name = "resnet"

    class Inner:
        X = -1

    def __init__(self, hidden=5):
        self.hidden = 64
        self.drop: float = .5
        self.late = hidden * 2
