#!/usr/bin/env bash
set -euo pipefail

provision() {  # finds: generic.maintainability.long-function
  fetch_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
}


function rebuild {  # finds: generic.maintainability.long-function
  fetch_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "grep" --prefix "$PREFIX" --jobs "$JOBS"

  # the second half needs the first
  fetch_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  strip_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  install_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  link_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  index_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  fetch_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  unpack_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  patch_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  configure_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  compile_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  check_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
}

upgrade() {  # ok: generic.maintainability.long-function
  # step 1
  fetch_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  # step 2
  unpack_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  # step 3
  patch_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  # step 4
  configure_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  # step 5
  compile_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  # step 6
  check_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  # step 7
  strip_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  # step 8
  install_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  # step 9
  link_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  # step 10
  index_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  # step 11
  fetch_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  # step 12
  unpack_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  # step 13
  patch_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  # step 14
  configure_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  # step 15
  compile_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  # step 16
  check_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  # step 17
  strip_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  # step 18
  install_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  # step 19
  link_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  # step 20
  index_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  # step 21
  fetch_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  # step 22
  unpack_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  # step 23
  patch_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  # step 24
  configure_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  # step 25
  compile_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  # step 26
  check_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  # step 27
  strip_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  # step 28
  install_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  # step 29
  link_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  # step 30
  index_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  # step 31
  fetch_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  # step 32
  unpack_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  # step 33
  patch_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  # step 34
  configure_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
  # step 35
  compile_package "git" --prefix "$PREFIX" --jobs "$JOBS"
  # step 36
  check_package "grep" --prefix "$PREFIX" --jobs "$JOBS"
  # step 37
  strip_package "jq" --prefix "$PREFIX" --jobs "$JOBS"
  # step 38
  install_package "make" --prefix "$PREFIX" --jobs "$JOBS"
  # step 39
  link_package "nano" --prefix "$PREFIX" --jobs "$JOBS"
  # step 40
  index_package "perl" --prefix "$PREFIX" --jobs "$JOBS"
  # step 41
  fetch_package "rsync" --prefix "$PREFIX" --jobs "$JOBS"
  # step 42
  unpack_package "sed" --prefix "$PREFIX" --jobs "$JOBS"
  # step 43
  patch_package "tar" --prefix "$PREFIX" --jobs "$JOBS"
  # step 44
  configure_package "tmux" --prefix "$PREFIX" --jobs "$JOBS"
  # step 45
  compile_package "tree" --prefix "$PREFIX" --jobs "$JOBS"
  # step 46
  check_package "vim" --prefix "$PREFIX" --jobs "$JOBS"
  # step 47
  strip_package "wget" --prefix "$PREFIX" --jobs "$JOBS"
  # step 48
  install_package "zip" --prefix "$PREFIX" --jobs "$JOBS"
  # step 49
  link_package "bash" --prefix "$PREFIX" --jobs "$JOBS"
  # step 50
  index_package "curl" --prefix "$PREFIX" --jobs "$JOBS"
}

main() {  # ok: generic.maintainability.long-function
  provision "$@"
  rebuild
  upgrade
}

main "$@"
