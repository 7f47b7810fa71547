// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace ember {

// greedy returns the id with the largest logit among those that allowed marks.
int greedy(std::span<const float> logits, const std::vector<bool>& allowed);

}  // namespace ember
