// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace ember {

// Cache keeps the keys and values of all positions seen, for every layer.
class Cache {
public:
    // width is the number of floats in one key, all heads together.
    Cache(int layers, int capacity, int width);

    // admit throws std::out_of_range when there is no room for position, which
    // counts from 0.
    void admit(int position) const;

    // put stores one position of one layer, key and value for that position
    // return it. The position must have been admitted.
    void put(int layer, int position, std::span<const float> key, std::span<const float> value);

    std::span<const float> key(int layer, int position) const;
    std::span<const float> value(int layer, int position) const;

private:
    std::size_t at(int layer, int position) const;

    int capacity_;
    int width_;
    std::vector<float> keys_;
    std::vector<float> values_;
};

}  // namespace ember
