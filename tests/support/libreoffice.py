"""Opens text documents in LibreOffice, accepts and rejects all their tracked changes,
and prints what they say then: libreoffice.py PROFILE FILE...

Comments are taken out before: a LibreOffice without a display cannot lay them out."""

import os
import re
import subprocess
import sys
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue

COMMENTS = [
    r"<w:commentRange(Start|End) [^>]*/>",
    r"<w:r><w:commentReference [^>]*/></w:r>",
    r"(?s)<office:annotation .*?</office:annotation>",
    r"<office:annotation-end [^>]*/>",
]


def without_comments(path):
    copy = f"{path}.plain{os.path.splitext(path)[1]}"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename in ("word/document.xml", "content.xml"):
                text = data.decode()
                for comment in COMMENTS:
                    text = re.sub(comment, "", text)
                data = text.encode()
            new.writestr(entry, data)
    return copy


def start(profile):
    pipe = f"dejargon{os.getpid()}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    office.kill()
    sys.exit("LibreOffice does not start")


office, context = start(sys.argv[1])
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = context.ServiceManager.createInstanceWithContext(
    "com.sun.star.frame.DispatchHelper", context
)
hidden = PropertyValue()
hidden.Name, hidden.Value = "Hidden", True
for path in sys.argv[2:]:
    copy = os.path.abspath(without_comments(path))
    for what in ["Accept", "Reject"]:
        document = desktop.loadComponentFromURL(f"file://{copy}", "_blank", 0, (hidden,))
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{what}AllTrackedChanges", "", 0, ())
        print(f"= {what}")
        paragraphs = document.Text.createEnumeration()
        while paragraphs.hasMoreElements():
            print(paragraphs.nextElement().String)
        document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(30)
