"""Takes the network from a process for good, so that no query can send it anywhere.

Linux lets a process give up system calls; elsewhere nothing is taken, and only what `readonly` refuses holds.
"""

import ctypes
import platform
import struct
import sys
from errno import EPERM

__all__ = ["give_up_network"]

# The call `socket` by machine: the mark that the kernel gives the machine, and the number of the call.
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUALS, _RETURN = 0x20, 0x15, 0x06  # of the kernel's filter language
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_CALL_AT, _MACHINE_AT = 0, 4


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def give_up_network() -> bool:
    """Let this process open no socket from now on; return whether that could be had."""
    known = _SOCKET.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    machine, call = known
    steps = (
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUALS, 0, 3, machine),
        (_LOAD, 0, 0, _CALL_AT),
        (_EQUALS, 0, 1, call),
        (_RETURN, 0, 0, _FAIL | EPERM),
        (_RETURN, 0, 0, _ALLOW),
    )
    written = b"".join(struct.pack("HBBI", *step) for step in steps)
    program = _Program(len(steps), written)
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(kernel.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)
