// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ember {

// Prng is a counter that is mixed: the same seed gives the same bits on every
// machine, and no floating point takes part.
class Prng {
public:
    explicit Prng(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t state_;
};

}  // namespace ember
