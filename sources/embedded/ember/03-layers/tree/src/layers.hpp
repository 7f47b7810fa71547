// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace ember {

// Sums of floats run in one fixed order here, eight lanes wide, so that a
// compiler may use vectors without another result.

// dot is the sum of a[i] * b[i]; the sizes are equal and a multiple of 8.
float dot(std::span<const float> a, std::span<const float> b);

// rms_norm writes x, scaled to a mean square of 1 and times weight, to out.
void rms_norm(std::span<const float> x, std::span<const float> weight, std::span<float> out);

// softmax makes scores positive with a sum of 1.
void softmax(std::span<float> scores);

// swiglu writes gate[i] * sigmoid(gate[i]) * up[i] to gate.
void swiglu(std::span<float> gate, std::span<const float> up);

// rotate turns each pair (x[i], x[i + n/2]) of one head's vector by an angle;
// turns holds n/2 cosines, then n/2 sines.
void rotate(std::span<float> x, std::span<const float> turns);

}  // namespace ember
