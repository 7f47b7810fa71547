# Run by cairn in the sandbox: builds the wheel of the source in the current folder
# through its own build backend (PEP 517), without isolation.
import importlib, json, os, re, sys

out, settings = sys.argv[1], json.loads(sys.argv[2]) or {}
del sys.path[0]  # this script's folder; nor is the source importable by itself
os.makedirs(out, exist_ok=True)


def fail(text):
    sys.exit("error: " + text)


system = {}
if os.path.exists("pyproject.toml"):
    try:
        import tomllib
    except ImportError:
        try:
            import tomli as tomllib
        except ImportError:
            fail("this Python has no tomllib: add tomli to the python block's requires")
    with open("pyproject.toml", "rb") as file:
        system = tomllib.load(file).get("build-system", {})
elif not os.path.exists("setup.py"):
    fail("there is neither pyproject.toml nor setup.py here: say its folder with directory = \"…\"")

# What a source without a backend means is in PEP 517, "Source trees".
backend = system.get("build-backend", "setuptools.build_meta:__legacy__")
requires = list(system.get("requires", ["setuptools"]))


def check(requirements):
    from importlib import metadata

    try:
        from packaging.requirements import Requirement
    except ImportError:
        Requirement = None
    missing = []
    for text in requirements:
        name = re.match(r"\s*([A-Za-z0-9._-]+)", text).group(1)
        wanted = Requirement(text) if Requirement else None
        if wanted and wanted.marker and not wanted.marker.evaluate({"extra": ""}):
            continue
        try:
            have = metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(text)
            continue
        if wanted and not wanted.specifier.contains(have, prereleases=True):
            print("cairn: the build asks for %s; the lock has %s %s" % (text, name, have), flush=True)
    if missing:
        fail("build requirements that the stack's python block does not bring: " + ", ".join(missing))


check(requires)
for folder in reversed(system.get("backend-path", [])):
    folder = os.path.realpath(folder)
    if os.path.commonpath([folder, os.getcwd()]) != os.getcwd():
        fail("backend-path leads out of the source")
    sys.path.insert(0, folder)
module, _, attribute = backend.partition(":")
try:
    hooks = importlib.import_module(module)
except ImportError as error:
    fail("its build backend %s cannot be imported: %s" % (backend, error))
for name in filter(None, attribute.split(".")):
    hooks = getattr(hooks, name)
if hasattr(hooks, "get_requires_for_build_wheel"):
    check(hooks.get_requires_for_build_wheel(settings))
print("cairn: wheel", hooks.build_wheel(out, settings), flush=True)
