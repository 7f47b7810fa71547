// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ember {

// The functions of this file are made of additions, multiplications and
// divisions alone, which IEEE 754 rounds exactly. The C library's exp, sin and
// cos differ in the last bit from one version to the next, and one bit is
// enough for another token.

// exponential returns e to the power of x; x is clamped to [-87, 88].
float exponential(float x);

struct SineCosine {
    float sine;
    float cosine;
};

// sine_cosine takes an angle in radians, up to about a million.
SineCosine sine_cosine(double angle);

}  // namespace ember
