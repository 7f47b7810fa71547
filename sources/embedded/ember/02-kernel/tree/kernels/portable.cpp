// SPDX-License-Identifier: Apache-2.0
#include "kernel.hpp"
#include "threads.hpp"

namespace ember {
namespace {

// weight returns element i of a block, from -8 to 7.
int weight(const std::uint8_t* halves, int i) {
    const int byte = halves[i % (block_size / 2)];
    return (i < block_size / 2 ? byte & 0x0f : byte >> 4) - 8;
}

// block_product is the integer part of a block: 32 products, summed.
int block_product(const std::uint8_t* halves, const std::int8_t* values) {
    int sum = 0;
    for (int i = 0; i < block_size; i++) {
        sum += weight(halves, i) * values[i];
    }
    return sum;
}

}  // namespace

void multiply(const Matrix& matrix, const Activations& x, std::span<float> out) {
    const int blocks = matrix.blocks();
    for_rows(matrix.rows, [&](int first, int last) {
        for (int row = first; row < last; row++) {
            const std::size_t start = static_cast<std::size_t>(row) * blocks;
            float sum = 0;
            for (int block = 0; block < blocks; block++) {
                const int product = block_product(&matrix.halves[(start + block) * 16],
                                                  &x.values[block * block_size]);
                const float scale = matrix.scales[start + block] * x.scales[block];
                sum += scale * static_cast<float>(product);
            }
            out[row] = sum;
        }
    });
}

}  // namespace ember
