#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plimsoll authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, typed into over Qt's VNC platform, killed with SIGKILL, and started again: nothing is lost."""
import glob
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

PATIENCE = 60
RETURN, ALT, CONTROL = 0xFF0D, 0xFFE9, 0xFFE3


def fail(text):
    sys.exit(f"kill_and_restart: {text}")


def wait_for(what, condition, again=None):
    """The result of `condition` once it is true. `again` is done once a second until then."""
    end = time.monotonic() + PATIENCE
    turn = 0
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        if again and turn % 20 == 0:
            again()
        turn += 1
        time.sleep(0.05)
    return fail(f"waited in vain: {what}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """One run of it, with a keyboard: the few messages of RFC 6143 that typing needs."""

    def __init__(self, program, home, *arguments):
        self.port = free_port()
        environment = dict(os.environ, QT_QPA_PLATFORM=f"vnc:port={self.port}:size=1360x860",
                           XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data")
        self.process = subprocess.Popen([program, *arguments], env=environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.screen = wait_for("a connection", self.connect)
        self.receive(12)
        self.screen.sendall(b"RFB 003.003\n")
        if struct.unpack(">I", self.receive(4))[0] != 1:
            fail("the VNC platform asks for a password")
        self.screen.sendall(b"\x01")
        (length,) = struct.unpack(">20xI", self.receive(24))
        self.receive(length)

    def connect(self):
        if self.process.poll() is not None:
            fail(f"the program ended with {self.process.returncode}")
        try:
            return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        except OSError:
            return None

    def receive(self, count):
        data = b""
        while len(data) < count:
            piece = self.screen.recv(count - len(data))
            if not piece:
                fail("the program closed the connection")
            data += piece
        return data

    def press(self, *keys):
        for down, sequence in ((1, keys), (0, reversed(keys))):
            for key in sequence:
                self.screen.sendall(struct.pack(">BBHI", 4, down, 0, key))

    def type_users(self, users):
        self.press(ALT, ord("u"))  # "Users at once"
        for letter in str(users):
            self.press(ord(letter))
        self.press(RETURN)

    def save(self):
        self.press(CONTROL, ord("s"))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.screen.close()


def users_in(path):
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
    except (OSError, ValueError):
        return None
    plan = document["plans"][document["index"]] if "plans" in document else document
    return plan.get("sequences")


def owner_of(path):
    try:
        with open(path + ".lock", encoding="utf-8") as file:
            return int(file.readline())
    except (OSError, ValueError):
        return None


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as home:
        plan = os.path.join(home, "mine.plimsoll")
        with open(plan, "w", encoding="utf-8") as file:
            json.dump({"schema": "plimsoll.plan/1", "sequences": 3, "later": {"kept": True}}, file)

        def copies():
            return glob.glob(f"{home}/data/plimsoll/unsaved/*.unsaved")

        first = Program(program, home, plan)
        wait_for("a copy of the change", lambda: [c for c in copies() if users_in(c) == 64],
                 lambda: first.type_users(64))
        if users_in(plan) != 3:
            fail("the plan was written without saving")
        first.kill()
        (copy,) = copies()

        second = Program(program, home)
        wait_for("the next start to take the copy up", lambda: owner_of(copy) == second.process.pid)
        second.kill()
        if users_in(copy) != 64:
            fail("the copy did not outlive a second kill")

        third = Program(program, home)
        wait_for("the restored plan in its file", lambda: users_in(plan) == 64, third.save)
        wait_for("the copy to go", lambda: not copies())
        with open(plan, encoding="utf-8") as file:
            if json.load(file).get("later") != {"kept": True}:
                fail("a field of a newer plan was lost")
        third.kill()


main()
