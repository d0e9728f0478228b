FROM ubuntu:24.04
# finds: dockerfile.bug.apt-install-without-yes
RUN apt-get update && apt-get install git
# ok: dockerfile.bug.apt-install-without-yes
RUN apt-get install -qy make && apt-get -qq install cmake && apt-get --assume-yes install ninja-build
# finds: dockerfile.bug.apt-install-without-yes
RUN apt-get install --no-install-recommends build-essential
# ok: dockerfile.bug.apt-install-without-yes
RUN apt-get install $APT_FLAGS gdb
# ok: dockerfile.bug.apt-install-without-yes
RUN yes | apt-get install strace
