#!/usr/bin/python3
"""Orca, which writes what it says to a file, a line each, instead of speaking.

    tests/orca-to-file.py SPOKEN-FILE FOLDER-FOR-PREFERENCES

(Through its usual speech-dispatcher it waits for ever on a machine without sound.)"""
import sys

from orca import orca, speechserver


class SpeechServer(speechserver.SpeechServer):
    """What Orca asks its factory of speech for, which is this program."""

    @staticmethod
    def getSpeechServer(info=None):
        return SpeechServer()

    def __init__(self):
        super().__init__()
        self.file = open(sys.argv[1], "a", buffering=1, encoding="utf-8")

    def speak(self, text=None, acss=None, interrupt=True):
        if text and text.strip():
            self.file.write(" ".join(text.split()) + "\n")

    def speakCharacter(self, character, acss=None):
        self.speak(character)

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            self.speak(context.utterance)


if __name__ == "__main__":
    orca.getSettingsManager().activate(sys.argv[2], {
        "enableBraille": False, "enableKeyEcho": False, "enableSound": False,
        "speechServerFactory": "__main__"})
    orca.main()
