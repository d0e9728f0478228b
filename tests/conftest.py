"""What holds for every test.

Property tests take no timing for a failure, and in CI they repeat themselves. In a hook, Git's variables speak of the
repository that the tests are in, not of those that they make.
"""

import os

from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

for _name in [name for name in os.environ if name.startswith("GIT_")]:
    del os.environ[_name]
