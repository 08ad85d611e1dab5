#!/usr/bin/env python3
"""Packs the Hunspell dictionaries as a LibreOffice extension.

    build_oxt.py OUT.oxt LOCALE=PATH…

LOCALE is bn-BD or bn-IN, PATH a dictionary without its ending (PATH.aff, PATH.dic). Deterministic: the same
dictionaries make the same bytes.
"""
import sys
import zipfile
from pathlib import Path

VERSION = "0.1.0"

DESCRIPTION = f"""<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
             xmlns:xlink="http://www.w3.org/1999/xlink">
  <version value="{VERSION}"/>
  <identifier value="bnlint.dictionaries.bn"/>
  <display-name>
    <name lang="en">Bengali spelling dictionaries (bnlint)</name>
    <name lang="bn">বাংলা বানান অভিধান (bnlint)</name>
  </display-name>
  <platform value="all"/>
</description>
"""

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
  <manifest:file-entry manifest:media-type="application/vnd.sun.star.configuration-data"
                       manifest:full-path="dictionaries.xcu"/>
</manifest:manifest>
"""

NODE = """      <node oor:name="bnlint_{name}" oor:op="fuse">
        <prop oor:name="Locations" oor:type="oor:string-list">
          <value>%origin%/{name}.aff %origin%/{name}.dic</value>
        </prop>
        <prop oor:name="Format" oor:type="xs:string"><value>DICT_SPELL</value></prop>
        <prop oor:name="Locales" oor:type="oor:string-list"><value>{locale}</value></prop>
      </node>
"""

CONFIGURATION = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                    oor:name="Linguistic" oor:package="org.openoffice.Office">
  <node oor:name="ServiceManager">
    <node oor:name="Dictionaries">
{nodes}    </node>
  </node>
</oor:component-data>
"""


def write(archive, name, data):
    # A fixed time, so that the archive depends on nothing but its contents.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def main(out, *dictionaries):
    pairs = [item.split("=", 1) for item in dictionaries]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        sys.exit(__doc__)
    nodes = "".join(NODE.format(name=locale.replace("-", "_"), locale=locale) for locale, _ in pairs)
    with zipfile.ZipFile(out, "w") as archive:
        write(archive, "META-INF/manifest.xml", MANIFEST)
        write(archive, "description.xml", DESCRIPTION)
        write(archive, "dictionaries.xcu", CONFIGURATION.format(nodes=nodes))
        for locale, path in pairs:
            for ending in (".aff", ".dic"):
                write(archive, locale.replace("-", "_") + ending, Path(path + ending).read_bytes())


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
