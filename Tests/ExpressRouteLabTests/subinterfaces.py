"""VLAN sub-interfaces without the kernel's VLAN driver, which not every kernel has.

Each is a TAP device in a namespace. What the kernel sends into it leaves the parent interface with an IEEE 802.1Q tag,
and frames that reach the parent with that tag come out of it. The frames between the namespaces are tagged ones.
"""
import ctypes
import fcntl
import os
import selectors
import socket
import struct
import threading

SOL_PACKET, PACKET_AUXDATA, PACKET_OUTGOING = 263, 8, 4
TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 0x0002, 0x1000
ETH_P_ALL, ETH_P_8021Q, CLONE_NEWNET = 0x0003, 0x8100, 0x40000000


def enter(handle):
    """Moves this thread into a network namespace."""
    if ctypes.CDLL(None, use_errno=True).setns(handle, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")


class SubInterface:
    def __init__(self, namespace, parent, name, vlan):
        self.vlan = vlan
        home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        there = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
        enter(there)
        try:
            self.tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(self.tap, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
            self.wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
            self.wire.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
            self.wire.bind((parent, ETH_P_ALL))
            self.wire.setblocking(False)
        finally:
            enter(home)
            os.close(home)
            os.close(there)

    def send(self):
        """Puts the tag into a frame of the sub-interface, and the frame on the wire."""
        frame = os.read(self.tap, 65536)
        try:
            self.wire.send(frame[:12] + struct.pack("!HH", ETH_P_8021Q, self.vlan) + frame[12:])
        except OSError:
            pass  # The wire is down: so is the frame.

    def receive(self):
        """Takes a frame of this VLAN off the wire. The kernel hands its tag over beside the frame."""
        try:
            frame, extra, _, sender = self.wire.recvmsg(65536, 128)
        except OSError:
            return
        if sender[2] == PACKET_OUTGOING:
            return
        for level, kind, data in extra:
            if (level, kind) == (SOL_PACKET, PACKET_AUXDATA):
                status, _, _, _, _, tag, _ = struct.unpack("IIIHHHH", data[:20])
                # TP_STATUS_VLAN_VALID; the low 12 bits of the tag are the VLAN's id.
                if status & 0x10 and tag & 0xFFF == self.vlan:
                    try:
                        os.write(self.tap, frame)
                    except OSError:
                        pass  # The sub-interface is down.


class Tagger:
    """Carries the frames of all sub-interfaces, on a thread of its own."""

    def __init__(self):
        self.chooser = selectors.DefaultSelector()
        threading.Thread(target=self.carry, daemon=True).start()

    def add(self, interface):
        self.chooser.register(interface.tap, selectors.EVENT_READ, interface.send)
        self.chooser.register(interface.wire, selectors.EVENT_READ, interface.receive)

    def carry(self):
        while True:
            for key, _ in self.chooser.select(1):
                try:
                    key.data()
                except OSError:
                    pass
