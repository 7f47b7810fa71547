# Run by cairn in the sandbox: compiles every module below a folder. The bytecode is
# never held against its source (PEP 552, unchecked hash), since neither changes.
import os, py_compile, sys

want, top, root = sys.argv[1:4]
have = "%d.%d" % sys.version_info[:2]
if have != want:
    sys.exit("error: the toolchain's interpreter is Python %s, the python block says %s" % (have, want))
for folder, folders, files in os.walk(top):
    folders.sort()
    for name in sorted(files):
        if not name.endswith(".py"):
            continue
        path = os.path.join(folder, name)
        try:
            py_compile.compile(
                path, dfile=path[len(root) :] if root != "/" else path, doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        except (py_compile.PyCompileError, UnicodeDecodeError, ValueError, RecursionError):
            pass  # templates, and modules for other Pythons, are no fault of a package
