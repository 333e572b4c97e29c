#!/usr/bin/python3
"""Orca, which writes what it says to a file, a line each, instead of speaking.

    tests/orca-to-file.py SPOKEN-FILE FOLDER-FOR-PREFERENCES

(Through its usual speech-dispatcher it waits for ever on a machine without sound.) Its releases find
and call a server of speech in different ways: so this takes the place of the usual one."""
import contextlib
import sys

# The first that Orca's own program takes: its parts import each other in a circle.
with contextlib.suppress(ImportError):
    from orca import debugging_tools_manager
from orca import orca, speechserver


class SpeechServer(speechserver.SpeechServer):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.file = open(sys.argv[1], "a", buffering=1, encoding="utf-8")

    @classmethod
    def get_speech_server(cls, info=None):
        return cls()

    @staticmethod
    def get_factory_name():
        return "File"

    def speak(self, text=None, acss=None, interrupt=True):
        if text and text.strip():
            self.file.write(" ".join(text.split()) + "\n")

    def speak_character(self, character, acss=None, **_):
        self.speak(character)

    def say_all(self, utterances, progress_callback):
        for context, *_ in utterances:
            self.speak(context.utterance)

    # Until release 44.
    getSpeechServer, getFactoryName = get_speech_server, get_factory_name
    speakCharacter, sayAll = speak_character, say_all


def keep_settings_in(folder):
    """Releases after 49 have them from GSettings, which the test keeps in memory."""
    try:
        from orca import settings_manager
    except ImportError:
        return
    get_manager = getattr(settings_manager, "get_manager", None) or settings_manager.getManager
    get_manager().activate(folder, {"enableBraille": False, "enableKeyEcho": False, "enableSound": False})


if __name__ == "__main__":
    sys.modules["orca.speechdispatcherfactory"] = sys.modules["__main__"]
    keep_settings_in(sys.argv[2])
    orca.main()
