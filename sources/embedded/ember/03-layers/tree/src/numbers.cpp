// SPDX-License-Identifier: Apache-2.0
#include "numbers.hpp"

#include <bit>
#include <cmath>
#include <cstdint>

namespace ember {

float exponential(float x) {
    constexpr double log2e = 1.4426950408889634;
    constexpr double ln2 = 0.6931471805599453;
    if (x < -87.0f) x = -87.0f;
    if (x > 88.0f) x = 88.0f;

    // x = k ln2 + r with |r| <= ln2 / 2; e^r by its series, 2^k by its bits.
    const double k = std::floor(x * log2e + 0.5);
    const double r = x - k * ln2;
    double sum = 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 0.5;
    sum = sum * r + 1.0;
    sum = sum * r + 1.0;
    const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(k) + 1023);
    return static_cast<float>(sum * std::bit_cast<double>(exponent << 52));
}

SineCosine sine_cosine(double angle) {
    constexpr double turn = 6.283185307179586;
    const double r = angle - std::floor(angle / turn + 0.5) * turn;
    const double square = r * r;

    double sine = 0;
    double cosine = 0;
    for (int n = 24; n > 0; n -= 2) {
        sine = 1 - square / (n * (n + 1)) * (n == 24 ? 1 : sine);
        cosine = 1 - square / (n * (n - 1)) * (n == 24 ? 1 : cosine);
    }
    return {static_cast<float>(r * sine), static_cast<float>(cosine)};
}

}  // namespace ember
