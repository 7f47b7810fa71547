// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "quant.hpp"

namespace ember {

// A kernel multiplies an int4 matrix with an int8 vector. Every kernel gives
// the same bits, because the order of its roundings is fixed:
//
//   out[row] = ((0 + s0 f0) + s1 f1) + ...   over the blocks of the row, where
//   s = scale of the weights' block * scale of the activations' block, and
//   f = the block's sum of products, an integer below 2^15, as float.
//
// The integer sum may be taken in any order.
void multiply(const Matrix& matrix, const Activations& x, std::span<float> out);

}  // namespace ember
