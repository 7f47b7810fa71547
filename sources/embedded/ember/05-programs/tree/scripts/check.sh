#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compares the tokens of one thread with those of two.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: check.sh FOLDER-OF-PROGRAMS" >&2
    exit 2
fi

tokens() {
    EMBER_THREADS=$1 "$2/ember-complete" -n 64 --json
}

if [ "$(tokens 1 "$1")" != "$(tokens 2 "$1")" ]; then
    echo "check.sh: one thread and two say different things" >&2
    exit 1
fi
echo "same tokens"
