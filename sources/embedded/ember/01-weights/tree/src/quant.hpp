// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ember {

// Weights come in blocks of 32 that share one scale.
inline constexpr int block_size = 32;

// Matrix holds int4 weights, row by row. Byte i of a block (16 bytes) has
// element i in its low half and element i + 16 in its high half; a half's value
// is what it says minus 8.
struct Matrix {
    int rows = 0;
    int columns = 0;  // a multiple of block_size
    std::vector<std::uint8_t> halves;
    std::vector<float> scales;

    // What a kernel keeps of the matrix on its device.
    mutable std::shared_ptr<void> device;

    int blocks() const { return columns / block_size; }
};

// Activations are a vector in int8, with one scale for each block.
struct Activations {
    std::vector<std::int8_t> values;
    std::vector<float> scales;
};

// random_matrix depends on its arguments alone. Its product with a vector whose
// mean square is 1 has a mean square of about gain * gain.
Matrix random_matrix(int rows, int columns, float gain, std::uint64_t seed);

// unpack_row writes row's weights, columns of them, to out.
void unpack_row(const Matrix& matrix, int row, std::span<float> out);

// quantise replaces the content of out by x, whose size is a multiple of block_size.
void quantise(std::span<const float> x, Activations& out);

}  // namespace ember
