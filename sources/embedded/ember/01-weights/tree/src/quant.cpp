// SPDX-License-Identifier: Apache-2.0
#include "quant.hpp"

#include <cmath>

#include "prng.hpp"

namespace ember {

Matrix random_matrix(int rows, int columns, float gain, std::uint64_t seed) {
    Matrix matrix;
    matrix.rows = rows;
    matrix.columns = columns;
    matrix.halves.resize(static_cast<std::size_t>(rows) * columns / 2);
    matrix.scales.resize(static_cast<std::size_t>(rows) * matrix.blocks());

    Prng prng(seed);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < matrix.halves.size(); i++) {
        bits = i % 8 == 0 ? prng.next() : bits >> 8;
        std::uint8_t byte = bits & 0xff;
        // -8 has no counterpart; as 0 it leaves the mean at 0.
        if ((byte & 0x0f) == 0) byte |= 0x08;
        if ((byte & 0xf0) == 0) byte |= 0x80;
        matrix.halves[i] = byte;
    }

    // 4.18 is the standard deviation of the halves' values.
    const float base = gain / (4.18f * std::sqrt(static_cast<float>(columns)));
    for (float& scale : matrix.scales) {
        scale = base * (0.75f + static_cast<float>(prng.next() % 16) / 32.0f);
    }
    return matrix;
}

void unpack_row(const Matrix& matrix, int row, std::span<float> out) {
    for (int block = 0; block < matrix.blocks(); block++) {
        const std::size_t at = static_cast<std::size_t>(row) * matrix.blocks() + block;
        const std::uint8_t* halves = &matrix.halves[at * (block_size / 2)];
        for (int i = 0; i < block_size / 2; i++) {
            out[block * block_size + i] = matrix.scales[at] * ((halves[i] & 0x0f) - 8);
            out[block * block_size + i + 16] = matrix.scales[at] * ((halves[i] >> 4) - 8);
        }
    }
}

void quantise(std::span<const float> x, Activations& out) {
    out.values.resize(x.size());
    out.scales.resize(x.size() / block_size);
    for (std::size_t block = 0; block < out.scales.size(); block++) {
        const float* from = &x[block * block_size];
        std::int8_t* to = &out.values[block * block_size];
        float largest = 0;
        for (int i = 0; i < block_size; i++) {
            const float size = std::fabs(from[i]);
            if (size > largest) largest = size;
        }
        out.scales[block] = largest / 127.0f;
        const float inverse = largest > 0 ? 127.0f / largest : 0.0f;
        for (int i = 0; i < block_size; i++) {
            to[i] = static_cast<std::int8_t>(std::floor(from[i] * inverse + 0.5f));
        }
    }
}

}  // namespace ember
