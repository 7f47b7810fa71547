// SPDX-License-Identifier: Apache-2.0
#include "cache.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace ember {

Cache::Cache(int layers, int capacity, int width)
    : capacity_(capacity),
      width_(width),
      keys_(static_cast<std::size_t>(layers) * capacity * width),
      values_(keys_.size()) {}

void Cache::admit(int position) const {
    if (position >= capacity_) {
        throw std::out_of_range("the context of " + std::to_string(capacity_) +
                                " positions is full");
    }
}

void Cache::put(int layer, int position, std::span<const float> key, std::span<const float> value) {
    std::copy(key.begin(), key.end(), keys_.begin() + at(layer, position));
    std::copy(value.begin(), value.end(), values_.begin() + at(layer, position));
}

std::span<const float> Cache::key(int layer, int position) const {
    return {&keys_[at(layer, position)], static_cast<std::size_t>(width_)};
}

std::span<const float> Cache::value(int layer, int position) const {
    return {&values_[at(layer, position)], static_cast<std::size_t>(width_)};
}

std::size_t Cache::at(int layer, int position) const {
    return (static_cast<std::size_t>(layer) * capacity_ + position) * width_;
}

}  // namespace ember
