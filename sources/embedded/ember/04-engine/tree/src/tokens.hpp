// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ember {

// The vocabulary has 512 ids: 0 to 255 are bytes, and so can say anything;
// 256 to 511 are syllables, which is what the model speaks in.

// encode splits text into bytes.
std::vector<int> encode(std::string_view text);

// decode joins what the ids stand for.
std::string decode(std::span<const int> tokens);

// printable_tokens marks the ids that the sampler may choose.
std::vector<bool> printable_tokens();

}  // namespace ember
